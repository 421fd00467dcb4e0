# REML with Hartung-Knapp of all rows at once, by Fisher scoring: the strongest form in R.
reml_of_rows <- function(Y, V) {
  k <- ncol(Y)
  tau2 <- pmax(0, (rowSums((Y - rowMeans(Y))^2) - rowSums(V) * (1 - 1 / k)) / (k - 1))
  open <- rep(TRUE, nrow(Y))
  for (iteration in 1:200) {
    y <- Y[open, , drop = FALSE]
    w <- 1 / (V[open, , drop = FALSE] + tau2[open])
    sum_w <- rowSums(w)
    mu <- rowSums(w * y) / sum_w
    w2 <- rowSums(w^2)
    trace_p <- sum_w - w2 / sum_w
    trace_pp <- w2 - 2 * rowSums(w^3) / sum_w + (w2 / sum_w)^2
    next_tau2 <- pmax(0, tau2[open] + (rowSums(w^2 * (y - mu)^2) - trace_p) / trace_pp)
    moved <- abs(next_tau2 - tau2[open]) > 1e-5
    tau2[open] <- next_tau2
    open[open] <- moved
    if (!any(open)) break
  }
  w <- 1 / (V + tau2)
  sum_w <- rowSums(w)
  mu <- rowSums(w * Y) / sum_w
  se <- sqrt(rowSums(w * (Y - mu)^2) / (k - 1) / sum_w)
  cbind(tau2, mu, se, 2 * pt(-abs(mu / se), k - 1))
}

studies <- function() {
  d <- fread(data_file("meta_10000x8.tsv"))
  list(Y = matrix(d$yi, ncol = 8, byrow = TRUE), V = matrix(d$vi, ncol = 8, byrow = TRUE))
}

jobs$meta <- list(
  metafor_REML_HKSJ = function() {
    suppressMessages(library(metafor))
    d <- studies()
    d$Y <- part(d$Y)
    function() {
      sum(vapply(seq_len(nrow(d$Y)), function(i) {
        tryCatch(rma.uni(d$Y[i, ], d$V[i, ], method = "REML", test = "knha")$b[1], error = function(e) NA_real_)
      }, 0), na.rm = TRUE)
    }
  },
  own_matrix_REML = function() {
    d <- studies()
    function() sum(reml_of_rows(d$Y, d$V)[, 2])
  }
)
