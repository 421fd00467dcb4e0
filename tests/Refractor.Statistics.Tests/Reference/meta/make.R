# Makes inputs of random-effects meta-analysis from a seed, and what metafor says about them.
# usage: Rscript make.R <folder> <seed>
suppressMessages(library(metafor))
arguments <- commandArgs(TRUE)
folder <- arguments[1]
set.seed(as.integer(arguments[2]))

digits17 <- function(x) {
  short <- formatC(x, digits = 15, format = "g")
  suppressWarnings(ifelse(is.na(x), "NA", ifelse(as.numeric(short) == x, short, formatC(x, digits = 17, format = "g"))))
}
write_table <- function(rows, name) {
  for (column in names(rows)) if (is.double(rows[[column]])) rows[[column]] <- trimws(digits17(rows[[column]]))
  write.table(rows, file.path(folder, name), sep = "\t", quote = FALSE, row.names = FALSE)
}

# --- studies ---------------------------------------------------------------------------------------------------------
random_meta <- function(name) {
  k <- sample(2:12, 1)
  tau <- sqrt(sample(c(0, 0.02, 0.1, 0.4), 1))
  vi <- round(rgamma(k, 2) / 20 + 0.01, 6)
  data.frame(meta = name, study = seq_len(k), yi = round(rnorm(1, 0, 0.4) + tau * rnorm(k) + sqrt(vi) * rnorm(k), 6), vi = vi)
}
fixed_meta <- function(name, yi, vi) data.frame(meta = name, study = seq_along(yi), yi = yi, vi = vi)
names33 <- sprintf("m%02d", 1:33)
repeat {
  studies <- do.call(rbind, lapply(names33, random_meta))
  sizes <- table(studies$meta)
  if (any(sizes >= 10)) break
}
studies <- rbind(
  studies,
  fixed_meta("k1", 0.3, 0.04),
  fixed_meta("k2", c(0.1, 0.9), c(0.04, 0.05)),
  fixed_meta("same", rep(0.25, 5), c(0.1, 0.2, 0.05, 0.1, 0.3)),
  fixed_meta("huge_het", c(-3, 3, -2, 4, 0), rep(0.01, 5)),
  fixed_meta("one_precise", c(0.1, 0.5, 0.6), c(0.0001, 0.3, 0.4))
)
write_table(studies, "studies.tsv")

# --- pooled effects --------------------------------------------------------------------------------------------------
# Fisher scoring sometimes fails to converge at full steps; shorter ones reach the same maximum.
fit_meta <- function(yi, vi, method, test, mods = NULL) {
  for (step in c(1, 0.5, 0.2)) {
    control <- list(threshold = 1e-13, maxiter = 20000, stepadj = step, tol = 1e-13)
    fit <- try(suppressWarnings(
      if (is.null(mods)) rma.uni(yi, vi, method = method, test = test, control = control)
      else rma.uni(yi, vi, mods = mods, method = method, test = test, control = control)
    ), silent = TRUE)
    if (!inherits(fit, "try-error")) return(fit)
  }
  stop("no convergence: ", fit)
}
pooled_row <- function(name, method, test) {
  data <- studies[studies$meta == name, ]
  fit <- fit_meta(data$yi, data$vi, method, if (test == "HKSJ") "knha" else "z")
  prediction <- c(NA_real_, NA_real_)
  if (fit$k > 1 && method != "EE") {
    predicted <- predict(fit)
    prediction <- c(predicted$pi.lb, predicted$pi.ub)
  }
  profile <- c(NA_real_, NA_real_)
  if (method == "REML" && test == "z" && fit$k > 1) {
    interval <- try(suppressWarnings(confint(fit, control = list(tol = 1e-12, tau2.max = 1e5))), silent = TRUE)
    if (!inherits(interval, "try-error")) profile <- interval$random["tau^2", c("ci.lb", "ci.ub")]
  }
  data.frame(
    meta = name, method = method, test = test, k = fit$k, b = fit$b[1], se = fit$se, stat = fit$zval, p = fit$pval,
    ci_low = fit$ci.lb, ci_high = fit$ci.ub, tau2 = fit$tau2,
    se_tau2 = if (fit$k == 1 || method == "EE") NA_real_ else fit$se.tau2,
    I2 = fit$I2, H2 = fit$H2, Q = fit$QE, Q_p = fit$QEp, pi_low = prediction[1], pi_high = prediction[2],
    tau2_ci_low = profile[1], tau2_ci_high = profile[2]
  )
}
settings <- rbind(c("EE", "z"), as.matrix(expand.grid(c("z", "HKSJ"), c("DL", "REML", "ML", "PM", "SJ", "HE")))[, 2:1])
expected <- do.call(rbind, lapply(unique(studies$meta), function(name) {
  do.call(rbind, apply(settings, 1, function(s) pooled_row(name, s[[1]], s[[2]]), simplify = FALSE))
}))
write_table(expected, "expected.tsv")

# --- one meta-analysis in depth --------------------------------------------------------------------------------------
deep <- names(sizes)[which(sizes >= 10)[1]]
data <- studies[studies$meta == deep, ]
fit <- fit_meta(data$yi, data$vi, "DL", "z")
left <- as.data.frame(leave1out(fit))
names(left)[names(left) == "tau2"] <- "tau2"
write_table(
  cbind(meta = deep, left_out = seq_len(nrow(left)), left[, c("estimate", "se", "zval", "pval", "ci.lb", "ci.ub", "Q", "Qp", "tau2", "I2", "H2")]),
  "expected_leave1out_DL.tsv"
)
egger <- regtest(data$yi, data$vi, model = "lm")
begg <- ranktest(data$yi, data$vi)
filled <- trimfill(fit, estimator = "L0")
write_table(
  data.frame(
    meta = deep, egger_t = egger$zval, egger_df = egger$dfs, egger_p = egger$pval, begg_tau = unname(begg$tau), begg_p = begg$pval,
    trimfill_k0 = filled$k0, trimfill_side = filled$side, trimfill_b = filled$b[1], trimfill_se = filled$se
  ),
  "expected_bias.tsv"
)

# --- meta-regression -------------------------------------------------------------------------------------------------
k <- 14
moderator <- data.frame(vi = round(rgamma(k, 2) / 20 + 0.01, 6), x = round(rnorm(k), 3), g = rep(c("a", "b"), length.out = k))
moderator$yi <- round(0.2 + 0.4 * moderator$x + sqrt(moderator$vi + 0.03) * rnorm(k), 6)
moderator <- moderator[, c("yi", "vi", "x", "g")]
write_table(moderator, "moderator.tsv")
design <- model.matrix(~ x + g, moderator)[, -1]
regression <- do.call(rbind, lapply(c("z", "knha"), function(test) {
  fit <- fit_meta(moderator$yi, moderator$vi, "REML", test, design)
  data.frame(
    test = test, term = rownames(fit$b), b = fit$b[, 1], se = fit$se, stat = fit$zval, p = fit$pval, tau2 = fit$tau2,
    QM = fit$QM, QMp = fit$QMp, QE = fit$QE, QEp = fit$QEp
  )
}))
write_table(regression, "expected_moderator.tsv")

# --- tables of counts and means --------------------------------------------------------------------------------------
tables <- data.frame(study = 1:8, n1 = sample(15:60, 8), n2 = sample(15:60, 8))
tables$ai <- rbinom(8, tables$n1, 0.2)
tables$ci <- rbinom(8, tables$n2, 0.3)
tables$ai[c(2, 6)] <- 0L
tables$ci[6] <- 0L
tables <- data.frame(study = 1:8, ai = tables$ai, bi = tables$n1 - tables$ai, ci = tables$ci, di = tables$n2 - tables$ci)
write_table(tables, "tables.tsv")
means <- data.frame(
  m1 = round(rnorm(3, 2), 1), s1 = round(runif(3, 0.7, 1.5), 1), n1 = sample(10:30, 3),
  m2 = round(rnorm(3, 2), 1), s2 = round(runif(3, 0.7, 1.5), 1), n2 = sample(10:30, 3)
)
write_table(means, "means.tsv")
effects <- do.call(rbind, lapply(c("OR", "RR", "RD", "PETO"), function(measure) {
  e <- escalc(measure, ai = ai, bi = bi, ci = ci, di = di, data = tables, add = 0.5, to = "only0")
  data.frame(measure = measure, study = 1:8, yi = as.numeric(e$yi), vi = as.numeric(e$vi))
}))
smd <- escalc("SMD", m1i = m1, sd1i = s1, n1i = n1, m2i = m2, sd2i = s2, n2i = n2, data = means)
effects <- rbind(effects, data.frame(measure = "SMD", study = 1:3, yi = as.numeric(smd$yi), vi = as.numeric(smd$vi)))
write_table(effects, "expected_escalc.tsv")
common <- do.call(rbind, lapply(c("OR", "RR", "RD", "PETO"), function(measure) {
  fit <- suppressWarnings(
    if (measure == "PETO") rma.peto(ai = ai, bi = bi, ci = ci, di = di, data = tables)
    else rma.mh(ai = ai, bi = bi, ci = ci, di = di, data = tables, measure = measure)
  )
  data.frame(measure = measure, b = as.numeric(fit$beta), se = fit$se, z = fit$zval, p = fit$pval, Q = fit$QE)
}))
write_table(common, "expected_mh_peto.tsv")
