# Makes a response, an outcome and follow-up with 25 features from a seed, and the elastic-net paths that glmnet finds.
# usage: Rscript make.R <folder> <seed>
suppressMessages(library(glmnet))
arguments <- commandArgs(TRUE)
folder <- arguments[1]
set.seed(as.integer(arguments[2]))

digits17 <- function(x) {
  short <- formatC(x, digits = 15, format = "g")
  ifelse(as.numeric(short) == x, short, formatC(x, digits = 17, format = "g"))
}
write_table <- function(rows, name) {
  for (column in names(rows)) if (is.double(rows[[column]])) rows[[column]] <- trimws(digits17(rows[[column]]))
  write.table(rows, file.path(folder, name), sep = "\t", quote = FALSE, row.names = FALSE)
}

n <- 83
x <- matrix(round(rnorm(n * 25), 4), n, dimnames = list(NULL, sprintf("x%02d", 1:25)))
x[, 5] <- round(x[, 4] + 0.1 * rnorm(n), 4)
x[, 25] <- 1
signal <- x[, 1] - 0.8 * x[, 2] + 0.5 * x[, 4]
response <- round(signal + rnorm(n), 4)
outcome <- rbinom(n, 1, plogis(0.7 * signal))
death <- rexp(n, 0.3 * exp(0.5 * signal))
end <- rexp(n, 0.15)
time <- pmax(0.1, round(pmin(death, end), 1))
status <- as.integer(death <= end)
fold <- rep_len(1:5, n)
write_table(data.frame(y_gauss = response, y_bin = outcome, time = time, status = status, fold = fold, x), "data.tsv")

settings <- expand.grid(alpha = c(1, 0.5, 0), family = c("gaussian", "binomial", "cox"), stringsAsFactors = FALSE)
responses <- list(gaussian = response, binomial = outcome, cox = cbind(time = time, status = status))
# At a threshold of 1e-14 glmnet stops up to 3e-5 before the optimum along the difference of the two features that are nearly alike.
fit_path <- function(family, alpha) {
  glmnet(x, responses[[family]], family = family, alpha = alpha, nlambda = 30, lambda.min.ratio = 0.01, thresh = 1e-20, maxit = 1e8)
}
paths <- Map(fit_path, settings$family, settings$alpha)
write_table(
  do.call(rbind, Map(function(fit, family, alpha) {
    data.frame(
      family = family, alpha = alpha, step = seq_along(fit$lambda), lambda = fit$lambda, df = fit$df, dev_ratio = fit$dev.ratio,
      nulldev = fit$nulldev
    )
  }, paths, settings$family, settings$alpha)),
  "expected_path.tsv"
)
write_table(
  do.call(rbind, Map(function(fit, family, alpha) {
    do.call(rbind, lapply(unique(round(seq(1, length(fit$lambda), length.out = 8))), function(step) {
      values <- fit$beta[, step]
      if (family != "cox") values <- c("(Intercept)" = fit$a0[[step]], values)
      data.frame(family = family, alpha = alpha, step = step, term = names(values), coef = unname(values))
    }))
  }, paths, settings$family, settings$alpha)),
  "expected_coef.tsv"
)
write_table(
  do.call(rbind, lapply(c("gaussian", "binomial"), function(family) {
    cv <- cv.glmnet(
      x, responses[[family]], family = family, foldid = fold, type.measure = "deviance", nlambda = 30, lambda.min.ratio = 0.01,
      thresh = 1e-20, maxit = 1e8
    )
    data.frame(
      family = family, lambda = cv$lambda, cvm = cv$cvm, cvsd = cv$cvsd, nzero = unname(cv$nzero), is_min = cv$lambda == cv$lambda.min,
      is_1se = cv$lambda == cv$lambda.1se
    )
  })),
  "expected_cv.tsv"
)
