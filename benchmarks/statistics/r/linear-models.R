design <- function(kind) {
  s <- samples()
  switch(kind,
    two = model.matrix(~group, s),
    cov3 = model.matrix(~ group + age + er + batch, s),
    paired = model.matrix(~ pair + group, s)
  )
}

# lmFit by matrix products: the strongest form in R for complete data.
fit_by_products <- function(m, X) {
  q <- qr(X)
  Q <- qr.Q(q)
  inverse <- backsolve(qr.R(q), diag(ncol(X)))
  effects <- m %*% Q
  df <- nrow(X) - ncol(X)
  s2 <- pmax(0, rowSums(m * m) - rowSums(effects * effects)) / df
  covariance <- tcrossprod(inverse)
  unscaled <- matrix(sqrt(diag(covariance)), nrow(m), ncol(X), byrow = TRUE)
  coefficients <- effects %*% t(inverse)
  dimnames(coefficients) <- dimnames(unscaled) <- list(rownames(m), colnames(X))
  new("MArrayLM", list(
    coefficients = coefficients, stdev.unscaled = unscaled, sigma = sqrt(s2), df.residual = rep(df, nrow(m)),
    cov.coefficients = covariance, Amean = rowMeans2(m), design = X, rank = ncol(X), pivot = seq_len(ncol(X)),
    method = "ls"
  ))
}

linear_model <- function(kind, fit) {
  force(kind)
  function() {
    suppressMessages(library(limma))
    m <- expression()
    X <- design(kind)
    coefficient <- which(colnames(X) == "groupB")
    fit_rows <- if (is.null(fit)) limma::lmFit else fit
    function() sum(topTable(eBayes(fit_rows(m, X)), coef = coefficient, number = Inf, sort.by = "none")$t)
  }
}

for (kind in c("two", "cov3", "paired")) {
  jobs[[paste0("limma_", kind)]] <- list(
    limma = linear_model(kind, NULL),
    own_blas = linear_model(kind, fit_by_products)
  )
}

jobs$limma_na1pct <- list(limma = function() {
  suppressMessages(library(limma))
  m <- named_matrix(data_file("expr_medium_na.tsv"))
  X <- design("two")
  function() sum(topTable(eBayes(lmFit(m, X)), 2, Inf, sort.by = "none")$t)
})

jobs$normalize <- list(limma_quantile = function() {
  suppressMessages(library(limma))
  m <- expression()
  function() sum(normalizeQuantiles(m)[1, ])
})
