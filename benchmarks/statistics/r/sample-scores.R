# ssGSEA in closed form, as sparse products: the strongest form in R.
ssgsea_by_products <- function(m, sets) {
  n <- nrow(m)
  r <- trunc(colRanks(m, ties.method = "average", preserveShape = TRUE))
  rows <- lapply(lapply(sets, match, rownames(m)), function(i) i[!is.na(i)])
  k <- lengths(rows)
  membership <- Matrix::sparseMatrix(i = rep(seq_along(rows), k), j = unlist(rows), x = 1,
                                     dims = c(length(rows), n))
  position <- n + 1 - apply(r, 2, function(x) {
    p <- integer(n)
    p[order(x, decreasing = TRUE)] <- seq_len(n)
    p
  })
  w <- r^.25
  inside <- as.matrix(membership %*% (w * position)) / as.matrix(membership %*% w)
  outside <- (n * (n + 1) / 2 - as.matrix(membership %*% position)) / (n - k)
  es <- inside - outside
  es / diff(range(es))
}

score_samples <- function(method) {
  function() {
    suppressMessages(library(GSVA))
    m <- expression()
    sets <- gene_sets(200)
    function() {
      sum(suppressWarnings(gsva(m, sets, method = method, kcdf = "Gaussian", parallel.sz = 1L, verbose = FALSE)))
    }
  }
}

jobs$gsva <- list(
  gsva = score_samples("gsva"),
  ssgsea = score_samples("ssgsea"),
  zscore = score_samples("zscore"),
  plage = score_samples("plage"),
  ssgsea_own_sparse = function() {
    m <- expression()
    sets <- gene_sets(200)
    function() sum(ssgsea_by_products(m, sets))
  }
)
