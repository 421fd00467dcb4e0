# Makes the inputs of this folder from a seed, and the results that R gives for curves, log-rank tests, concordance and competing risks.
# usage: Rscript make.R <folder> <seed>; then Rscript make-cox.R <folder> for the Cox tables.
suppressMessages({library(survival); library(cmprsk)})
a <- commandArgs(TRUE)
folder <- a[1]
set.seed(as.integer(a[2]))
format_double <- function(v) vapply(v, function(x) {
  if (is.na(x) && !is.nan(x)) return("NA")
  short <- formatC(x, digits = 15, format = "g")
  if (is.finite(x) && as.numeric(short) != x) trimws(formatC(x, digits = 17, format = "g")) else trimws(short)
}, "")
write <- function(x, file) {
  d <- as.data.frame(lapply(x, function(v) if (is.double(v)) format_double(v) else v), check.names = FALSE)
  write.table(d, file.path(folder, file), sep = "\t", quote = FALSE, row.names = FALSE)
}
list_of <- function(v) paste(format_double(as.double(v)), collapse = ";")

# Inputs: two public cohorts in full, and small ones from the seed.
r <- rotterdam
r$size <- as.character(r$size)
write(r, "rotterdam.tsv")
write(gbsg, "gbsg.tsv")
n <- 73
ties <- data.frame(time = pmin(sample(1:17, n, TRUE), sample(5:17, n, TRUE)), status = rbinom(n, 1, .55),
  x = round(rnorm(n), 3), z = rbinom(n, 1, .42), stratum = sample(c("s1", "s2", "s3"), n, TRUE), w = sample(1:3, n, TRUE))
write(ties, "ties.tsv")
intervals <- do.call(rbind, lapply(1:40, function(id) {
  cuts <- sort(sample(1:20, 3))
  data.frame(id = id, start = cuts[1:2], stop = cuts[2:3], event = c(0, rbinom(1, 1, .55)),
    x = round(rnorm(2), 3), z = rbinom(2, 1, .5))
}))
write(intervals, "startstop.tsv")
case <- function(name, time, status, z) data.frame(case = name, time = time, status = status, z = z)
edge <- rbind(
  case("all_censored", c(3, 5, 5, 8, 9), 0, c(0, 1, 0, 1, 1)),
  case("one_event", c(3, 5, 7, 8, 9), c(0, 1, 0, 0, 0), c(0, 1, 0, 1, 1)),
  case("one_subject", 4, 1, 0),
  case("all_events_tied", rep(6, 8), 1, rep(0:1, 4)),
  case("zero_time", c(0, 0, 1, 2, 3, 4), c(1, 0, 1, 1, 0, 1), c(0, 1, 0, 1, 0, 1)),
  case("monotone", 1:10, 1, rep(1:0, each = 5)),
  case("constant_x", c(1, 3, 4, 6), c(1, 1, 0, 1), 1),
  case("with_na", c(2, NA, 4, 5, 6, 7), c(1, 1, NA, 1, 0, 1), c(0, 1, 0, 1, NA, 1)),
  case("last_is_event", c(1, 2, 2, 3, 5), c(1, 0, 1, 0, 1), c(0, 0, 1, 1, 1)),
  case("one_group_has_no_event", 1:6, rep(1:0, 3), rep(1:0, 3)))
write(edge, "edge.tsv")
m <- 120
competing <- data.frame(time = sample(1:30, m, TRUE), cause = sample(0:2, m, TRUE, c(.35, .4, .25)), g = rep(c("a", "b"), m / 2),
  x = round(rnorm(m), 3))
write(competing, "competing.tsv")

# Sets of follow-up.
of <- function(d, time, status) { d$T <- d[[time]]; d$D <- d[[status]]; d }
r$size <- factor(r$size, c("<=20", "20-50", ">50"))
sets <- list(rotterdam_os = of(r, "dtime", "death"), rotterdam_rfs = of(r, "rtime", "recur"),
  gbsg = of(gbsg, "rfstime", "status"), ties = of(ties, "time", "status"))
for (name in unique(edge$case)) sets[[paste0("edge:", name)]] <- of(edge[edge$case == name, ], "time", "status")
sets$gbsg_first120 <- of(gbsg[1:120, ], "rfstime", "status")

km <- summaries <- list()
add_curves <- function(set, by) {
  d <- sets[[set]]
  formula <- as.formula(paste("Surv(T, D) ~", by))
  fits <- lapply(c("log", "log-log", "plain"), function(type) survfit(formula, d, conf.type = type))
  fit <- fits[[1]]
  strata <- if (is.null(fit$strata)) c(all = length(fit$time)) else fit$strata
  group <- rep(names(strata), strata)
  tau <- if (is.null(fit$strata)) max(fit$time) else min(tapply(fit$time, group, max))
  at <- as.numeric(quantile(d$T, c(.25, .5, .75), na.rm = TRUE, type = 1))
  table <- summary(fit, rmean = tau)$table
  if (is.null(dim(table))) table <- t(table)
  survival <- summary(fit, times = at, extend = TRUE)$surv
  for (k in seq_along(strata)) {
    name <- names(strata)[k]
    rows <- which(group == name)
    summaries[[length(summaries) + 1]] <<- data.frame(set = set, by = by, group = name, records = table[k, "records"],
      events = table[k, "events"], median = table[k, "median"], median_low = table[k, "0.95LCL"],
      median_high = table[k, "0.95UCL"], tau = tau, rmst = table[k, "rmean"], rmst_se = table[k, "se(rmean)"],
      t25 = at[1], surv_t25 = survival[3 * k - 2], t50 = at[2], surv_t50 = survival[3 * k - 1], t75 = at[3],
      surv_t75 = survival[3 * k])
    if (length(rows) >= 400 || set %in% c("rotterdam_os", "rotterdam_rfs", "gbsg")) next
    bounds <- do.call(cbind, lapply(fits, function(f) cbind(f$lower[rows], f$upper[rows])))
    km[[length(km) + 1]] <<- data.frame(set = set, by = by, group = name, time = as.double(fit$time[rows]),
      n_risk = fit$n.risk[rows], n_event = fit$n.event[rows], n_censor = fit$n.censor[rows], surv = fit$surv[rows],
      std_err_log = fit$std.err[rows], lower_log = bounds[, 1], upper_log = bounds[, 2], lower_loglog = bounds[, 3],
      upper_loglog = bounds[, 4], lower_plain = bounds[, 5], upper_plain = bounds[, 6], cumhaz = fit$cumhaz[rows])
  }
}
for (set in c("rotterdam_os", "rotterdam_rfs", "gbsg")) for (by in c("1", "hormon", "grade")) add_curves(set, by)
for (set in c("ties", grep("^edge:", names(sets), value = TRUE))) for (by in c("1", "z")) add_curves(set, by)
add_curves("gbsg_first120", "hormon")
write(do.call(rbind, km), "expected_km.tsv")
write(do.call(rbind, summaries), "expected_km_summary.tsv")

tests <- list()
add_tests <- function(set, formula) for (rho in 0:1) {
  test <- tryCatch(suppressWarnings(survdiff(as.formula(paste("Surv(T, D) ~", formula)), sets[[set]], rho = rho)),
    error = function(e) NULL)
  total <- function(v) if (is.matrix(v)) rowSums(v) else v
  tests[[length(tests) + 1]] <<- if (is.null(test))
    data.frame(set = set, formula = formula, rho = rho, groups = 0, chisq = NA_real_, p = NA_real_, observed = "", expected = "")
  else data.frame(set = set, formula = formula, rho = rho, groups = length(test$n), chisq = test$chisq,
    p = if (test$chisq == 0 && sum(test$obs) == 0) NaN else pchisq(test$chisq, sum(total(test$exp) > 0) - 1, lower.tail = FALSE), observed = list_of(total(test$obs)),
    expected = list_of(total(test$exp)))
}
for (f in c("hormon", "size")) add_tests("rotterdam_os", f)
for (f in c("grade + strata(meno)", "chemo")) add_tests("rotterdam_rfs", f)
for (f in c("hormon", "grade", "hormon + strata(meno)")) add_tests("gbsg", f)
for (f in c("z", "stratum", "z + strata(stratum)")) add_tests("ties", f)
for (set in setdiff(grep("^edge:", names(sets), value = TRUE), c("edge:one_subject", "edge:last_is_event"))) add_tests(set, "z")
write(do.call(rbind, tests), "expected_logrank.tsv")

markers <- lapply(list(c("gbsg", "age"), c("gbsg", "nodes"), c("gbsg", "pgr"), c("gbsg", "er"), c("ties", "x")), function(k) {
  fit <- concordance(as.formula(paste("Surv(T, D) ~", k[2])), sets[[k[1]]], reverse = TRUE)
  data.frame(set = k[1], marker = k[2], concordance = as.double(fit$concordance), se = sqrt(as.double(fit$var)),
    concordant = fit$count[["concordant"]], discordant = fit$count[["discordant"]], tied_x = fit$count[["tied.x"]],
    tied_y = fit$count[["tied.y"]], tied_xy = fit$count[["tied.xy"]])
})
write(do.call(rbind, markers), "expected_concordance_markers.tsv")

incidence <- cuminc(competing$time, competing$cause, competing$g)
points <- timepoints(incidence, 1:30)
write(do.call(rbind, lapply(rownames(points$est), function(k) data.frame(group_cause = k, time = 1:30,
  cif = as.double(points$est[k, ]), var = as.double(points$var[k, ])))), "expected_cuminc.tsv")
gray <- incidence$Tests
write(data.frame(cause = rownames(gray), stat = gray[, "stat"], p = gray[, "pv"], df = gray[, "df"]), "expected_gray.tsv")
fit <- crr(competing$time, competing$cause, cbind(x = competing$x, gb = as.integer(competing$g == "b")), gtol = 1e-10, maxiter = 50)
write(data.frame(term = names(fit$coef), coef = as.double(fit$coef), se = sqrt(diag(fit$var))), "expected_finegray.tsv")
