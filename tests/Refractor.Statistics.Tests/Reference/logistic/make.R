# Makes outcomes with covariates from a seed, and what glm, confint, brglm2 and lm say about them.
# usage: Rscript make.R <folder> <seed>
suppressMessages({
  library(MASS)
  library(brglm2)
})
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

# --- data ------------------------------------------------------------------------------------------------------------
n <- 159
repeat {
  d <- data.frame(age = round(rnorm(n, 55, 10), 1), er = rbinom(n, 1, 0.6), grade = sample(1:3, n, TRUE), score = round(rnorm(n), 4))
  d$pcr <- rbinom(n, 1, plogis(-0.6 + 0.8 * d$score - 0.5 * d$er))
  d$sep <- as.integer(d$score > 0.15)
  d$quasi <- ifelse(d$grade == 3, 1L, rbinom(n, 1, c(0.22, 0.35, 1)[d$grade]))
  d$rare <- 0L
  d$rare[sample(n, 2)] <- 1L
  overlapping <- suppressWarnings(glm(rare ~ score + age, binomial, d, epsilon = 1e-14, maxit = 100))
  if (max(abs(coef(overlapping))) < 100 && sum(d$quasi[d$grade < 3]) > 3) break
}
write_table(d, "data.tsv")

# --- logistic regression ---------------------------------------------------------------------------------------------
formulas <- c(
  "pcr ~ score", "pcr ~ age + er + factor(grade) + score", "pcr ~ score * er", "pcr ~ 1", "sep ~ score", "quasi ~ factor(grade)",
  "rare ~ score + age", "pcr ~ age + I(2*age) + er"
)
separated <- c("sep ~ score", "quasi ~ factor(grade)")
# glm looks for aliased columns with a tolerance of epsilon / 1000, and at 1e-14 takes the multiple of age for another column. So it is
# told from a fit with the default epsilon, and the others are those of the model without it.
without_alias <- function(formula) sub(" + I(2*age)", "", formula, fixed = TRUE)
terms_of <- function(formula) names(coef(suppressWarnings(glm(as.formula(formula), binomial, d))))
fit_model <- function(formula) suppressWarnings(glm(as.formula(without_alias(formula)), binomial, d, epsilon = 1e-14, maxit = 100))
auc <- function(p, y) (mean(rank(p)[y == 1]) - (sum(y) + 1) / 2) / sum(y == 0)
coefficient_rows <- function(formula) {
  fit <- fit_model(formula)
  table <- coef(summary(fit))
  terms <- terms_of(formula)
  at <- match(terms, rownames(table))
  value <- table[at, 1]
  error <- table[at, 2]
  profile <- matrix(NA_real_, length(terms), 2, dimnames = list(terms, NULL))
  if (!formula %in% separated && formula == without_alias(formula)) {
    found <- try(suppressMessages(suppressWarnings(confint(fit))), silent = TRUE)
    if (!inherits(found, "try-error")) profile[] <- if (is.matrix(found)) found else matrix(found, 1)
  }
  firth <- glm(
    as.formula(formula), binomial, d, method = "brglmFit", type = "AS_mean", epsilon = 1e-12, maxit = 10000, slowit = 0.5
  )
  firth_table <- coef(summary(firth))
  firth_at <- match(terms, rownames(firth_table))
  data.frame(
    model = formula, term = terms, coef = unname(value), se = unname(error), z = unname(table[at, 3]), p = table[at, 4],
    wald_low = value - qnorm(0.975) * error, wald_high = value + qnorm(0.975) * error,
    profile_low = profile[, 1], profile_high = profile[, 2],
    firth_coef = firth_table[firth_at, 1], firth_se = firth_table[firth_at, 2], firth_p_wald = firth_table[firth_at, 4],
    row.names = NULL
  )
}
fit_row <- function(formula) {
  fit <- fit_model(formula)
  df <- fit$df.null - fit$df.residual
  data.frame(
    model = formula, n = length(fit$y), deviance = deviance(fit), null_deviance = fit$null.deviance, df = fit$df.residual, aic = AIC(fit),
    loglik = as.numeric(logLik(fit)),
    lr_p = if (df == 0) NA_real_ else pchisq(fit$null.deviance - deviance(fit), df, lower.tail = FALSE),
    brier = mean((fitted(fit) - fit$y)^2), auc = auc(fitted(fit), fit$y),
    default_iter = suppressWarnings(glm(as.formula(formula), binomial, d))$iter, separated = formula %in% separated
  )
}
write_table(do.call(rbind, lapply(formulas, coefficient_rows)), "expected_coef.tsv")
write_table(do.call(rbind, lapply(formulas, fit_row)), "expected_fit.tsv")

# --- linear regression -----------------------------------------------------------------------------------------------
formula <- "score ~ age + er + factor(grade)"
fit <- lm(as.formula(formula), d)
table <- coef(summary(fit))
interval <- confint(fit)
write_table(
  data.frame(
    model = formula, term = rownames(table), coef = table[, 1], se = table[, 2], t = table[, 3], p = table[, 4],
    ci_low = interval[, 1], ci_high = interval[, 2], r2 = summary(fit)$r.squared, adj_r2 = summary(fit)$adj.r.squared,
    sigma = summary(fit)$sigma
  ),
  "expected_lm.tsv"
)
