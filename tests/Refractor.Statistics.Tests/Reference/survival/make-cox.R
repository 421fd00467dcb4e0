# Makes the Cox tables of this folder, by R's survival, from the inputs that make.R wrote there.
# usage: Rscript make.R <folder> <seed>; Rscript make-cox.R <folder>
suppressMessages(library(survival))
folder <- commandArgs(TRUE)[1]
format_double <- function(v) vapply(v, function(x) {
  if (is.na(x) && !is.nan(x)) return("NA")
  short <- formatC(x, digits = 15, format = "g")
  if (is.finite(x) && as.numeric(short) != x) trimws(formatC(x, digits = 17, format = "g")) else trimws(short)
}, "")
write <- function(x, file) {
  d <- as.data.frame(lapply(x, function(v) if (is.double(v)) format_double(v) else v), check.names = FALSE)
  write.table(d, file.path(folder, file), sep = "\t", quote = FALSE, row.names = FALSE)
}
read <- function(file) read.delim(file.path(folder, file), check.names = FALSE)

r <- read("rotterdam.tsv")
r$size <- factor(r$size, c("<=20", "20-50", ">50"))
gbsg <- read("gbsg.tsv")
ties <- read("ties.tsv")
ties$w <- as.double(ties$w)
intervals <- read("startstop.tsv")
edge <- read("edge.tsv")
of <- function(d, time, status) { d$T <- d[[time]]; d$D <- d[[status]]; d }
sets <- list(rotterdam_os = of(r, "dtime", "death"), rotterdam_rfs = of(r, "rtime", "recur"),
  gbsg = of(gbsg, "rfstime", "status"), ties = of(ties, "time", "status"), startstop = intervals)
for (name in unique(edge$case)) sets[[paste0("edge:", name)]] <- of(edge[edge$case == name, ], "time", "status")
control <- coxph.control(eps = 1e-11, iter.max = 60)

coefs <- fits <- zph <- list()
add <- function(set, formula, ties, variant = "", test = FALSE) {
  d <- sets[[set]]
  full <- as.formula(if (grepl("~", formula)) formula else paste("Surv(T, D) ~", formula))
  args <- list(full, data = d, ties = ties, control = control)
  if (variant == "robust = TRUE") args$robust <- TRUE
  if (variant == "cluster(id)") args$cluster <- d$id
  if (variant == "weights = w") args$weights <- d$w
  fit <- suppressWarnings(do.call(coxph, args))
  robust <- !is.null(fit$naive.var)
  se <- sqrt(diag(if (robust) fit$naive.var else fit$var))
  used <- sqrt(diag(fit$var))
  b <- coef(fit)
  z <- b / used
  half <- qnorm(.975) * used
  id <- data.frame(set = set, formula = formula, ties = ties, variant = variant)
  coefs[[length(coefs) + 1]] <<- data.frame(id, term = names(b), coef = as.double(b), se = se,
    robust_se = if (robust) used else NA_real_, z = as.double(z), p = pchisq(z^2, 1, lower.tail = FALSE),
    hr = exp(as.double(b)), hr_low = exp(as.double(b - half)), hr_high = exp(as.double(b + half)))
  df <- sum(!is.na(b))
  value <- function(x, none = NA_real_) if (length(x) == 0) none else as.double(x)[1]
  con <- fit$concordance
  pairs <- if (grepl("strata", formula)) rep(NA_real_, 5) else as.double(if (length(con) == 0) rep(NaN, 5) else con[1:5])
  fits[[length(fits) + 1]] <<- data.frame(id, n = fit$n, events = fit$nevent, loglik0 = fit$loglik[1],
    loglik1 = fit$loglik[length(fit$loglik)], score = value(fit$score),
    lr_p = pchisq(2 * diff(range(fit$loglik)), df, lower.tail = FALSE),
    wald = value(fit$wald.test), wald_p = pchisq(value(fit$wald.test), df, lower.tail = FALSE),
    score_p = pchisq(value(fit$score), df, lower.tail = FALSE), concordance = value(con["concordance"], NaN),
    concordance_se = value(con["std"], NaN), concordant = pairs[1], discordant = pairs[2], tied_x = pairs[3],
    tied_y = pairs[4], aic = AIC(fit))
  if (test) for (transform in c("km", "identity", "rank", "log")) {
    t <- cox.zph(fit, transform)$table
    zph[[length(zph) + 1]] <<- data.frame(set = set, formula = formula, transform = transform, term = rownames(t),
      chisq = t[, 1], df = as.integer(t[, 2]), p = t[, 3])
  }
}
both <- function(set, formula, variant = "", test = FALSE) {
  add(set, formula, "efron", variant, test)
  add(set, formula, "breslow", variant)
}
clinical <- "age + meno + size + grade + nodes + pgr + er + hormon + chemo"
for (f in c("nodes", clinical, "size")) both("rotterdam_os", f, test = TRUE)
for (f in c("log(nodes + 1) + strata(grade)", "age + hormon * er")) both("rotterdam_rfs", f, test = TRUE)
for (f in c("hormon", "age + meno + size + factor(grade) + nodes + pgr + er + hormon", "nodes + strata(grade, meno)"))
  both("gbsg", f, test = TRUE)
for (f in c("x", "x + z", "x + strata(stratum)")) { both("ties", f, test = TRUE); add("ties", f, "exact") }
both("ties", "x + I(2 * x)")
add("ties", "x + I(2 * x)", "exact")
for (set in setdiff(grep("^edge:", names(sets), value = TRUE), c("edge:one_subject", "edge:last_is_event")))
  for (t in c("efron", "breslow", "exact")) add(set, "z", t)
counting <- "Surv(start, stop, event) ~ x + z"
both("startstop", counting)
both("startstop", counting, "cluster(id)")
both("ties", "x + z", "weights = w")
both("ties", "x + z", "robust = TRUE")
write(do.call(rbind, coefs), "expected_cox_coef.tsv")
write(do.call(rbind, fits), "expected_cox_fit.tsv")
write(do.call(rbind, zph), "expected_zph.tsv")

d <- sets$ties
efron <- coxph(Surv(T, D) ~ x + z, d, control = control)
breslow <- coxph(Surv(T, D) ~ x + z, d, ties = "breslow", control = control)
of_type <- function(type) residuals(efron, type)
write(data.frame(row = seq_len(nrow(d)), lp = efron$linear.predictors, martingale = of_type("martingale"),
  deviance = of_type("deviance"), dfbeta_x = of_type("dfbeta")[, 1], dfbeta_z = of_type("dfbeta")[, 2],
  score_x = of_type("score")[, 1], score_z = of_type("score")[, 2], martingale_breslow = residuals(breslow)),
  "expected_residuals.tsv")
schoenfeld <- of_type("schoenfeld")
write(data.frame(event = seq_len(nrow(schoenfeld)), time = as.double(rownames(schoenfeld)), x = schoenfeld[, 1],
  z = schoenfeld[, 2]), "expected_schoenfeld.tsv")
hazard <- basehaz(efron, centered = FALSE)
write(data.frame(time = hazard$time, efron = hazard$hazard, breslow = basehaz(breslow, centered = FALSE)$hazard),
  "expected_basehaz.tsv")
curves <- survfit(efron, data.frame(x = c(-1, .5), z = 0:1))
at <- curves$n.event > 0
write(data.frame(time = curves$time[at], surv_x_m1_z0 = curves$surv[at, 1], surv_x_0.5_z1 = curves$surv[at, 2],
  std_err_1 = curves$std.err[at, 1], std_err_2 = curves$std.err[at, 2]), "expected_predicted_survival.tsv")
