# The log-rank test of all rows at once, split at their medians: the strongest form in R.
log_rank_by_sums <- function(m, time, status) {
  o <- order(-time)
  time <- time[o]
  status <- status[o]
  high <- (m > rowMedians(m))[, o] + 0
  last <- which(!duplicated(time, fromLast = TRUE))
  deaths <- diff(c(0, cumsum(status)[last]))
  some <- deaths > 0
  at_risk <- last[some]
  deaths <- deaths[some]
  high_at_risk <- rowCumsums(high)[, at_risk, drop = FALSE]
  observed <- high %*% status
  expected <- high_at_risk %*% (deaths / at_risk)
  w <- ifelse(at_risk > 1, deaths * (at_risk - deaths) / (at_risk^2 * (at_risk - 1)), 0)
  variance <- high_at_risk %*% (at_risk * w) - (high_at_risk * high_at_risk) %*% w
  (observed - expected)^2 / variance
}

fit_each_row <- function(covariates) {
  function() {
    suppressMessages(library(survival))
    m <- part(expression())
    y <- survival_times()
    control <- coxph.control()
    z <- if (covariates) as.matrix(samples()[, c("age", "er")])
    function() {
      sum(apply(m, 1, function(x) {
        coxph.fit(cbind(x, z), y, NULL, NULL, NULL, control, NULL, "efron", NULL, FALSE, NULL)$coefficients[1]
      }))
    }
  }
}

jobs$cox_gene <- list(
  coxph = function() {
    suppressMessages(library(survival))
    m <- part(expression())
    y <- survival_times()
    function() sum(apply(m, 1, function(x) coef(coxph(y ~ x))))
  },
  coxph.fit = fit_each_row(FALSE),
  # The compiled routine alone, on data sorted once: the strongest form in R.
  coxfit6_C = function() {
    suppressMessages(library(survival))
    m <- part(expression())
    s <- samples()
    control <- coxph.control()
    o <- order(s$time)
    status <- as.integer(s$status[o])
    time <- as.double(s$time[o])
    none <- integer(nrow(s))
    offset <- double(nrow(s))
    weights <- rep(1, nrow(s))
    routine <- get("Ccoxfit6", asNamespace("survival"))
    function() {
      sum(apply(m[, o], 1, function(x) {
        .Call(routine, as.integer(control$iter.max), time, status, matrix(x), offset, weights, none, 1L,
              control$eps, control$toler.chol, 0, 1L)$coef
      }))
    }
  }
)

jobs$cox_cov <- list(
  coxph = function() {
    suppressMessages(library(survival))
    m <- part(expression())
    s <- samples()
    y <- survival_times()
    function() sum(apply(m, 1, function(x) coef(coxph(y ~ x + age + er, s))[1]))
  },
  coxph.fit = fit_each_row(TRUE)
)

jobs$logrank_gene <- list(
  survdiff = function() {
    suppressMessages(library(survival))
    m <- part(expression())
    y <- survival_times()
    function() sum(apply(m, 1, function(x) survdiff(y ~ I(x > median(x)))$chisq))
  },
  own_matrix = function() {
    m <- expression()
    s <- samples()
    function() sum(log_rank_by_sums(m, s$time, s$status))
  }
)

repeated <- function(times, calculation) {
  function() {
    suppressMessages(library(survival))
    function() {
      for (i in seq_len(times)) value <- calculation()
      value
    }
  }
}
all_covariates <- function() {
  coxph(Surv(dtime, death) ~ age + meno + size + grade + nodes + pgr + er + hormon + chemo, rotterdam)
}

jobs$real_rotterdam <- list(
  coxph_multi_x100 = repeated(100, function() sum(coef(all_covariates()))),
  survfit_x100 = repeated(100, function() sum(survfit(Surv(dtime, death) ~ hormon, rotterdam)$surv)),
  survdiff_x100 = repeated(100, function() survdiff(Surv(dtime, death) ~ hormon, rotterdam)$chisq),
  coxzph_x20 = function() {
    suppressMessages(library(survival))
    fit <- all_covariates()
    repeated(20, function() sum(cox.zph(fit)$table[, 1]))()
  }
)
