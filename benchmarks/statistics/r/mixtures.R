fit_columns <- function(a, b, times) {
  function() {
    library(nnls)
    A <- named_matrix(data_file(a))
    B <- named_matrix(data_file(b))
    function() {
      for (i in seq_len(times)) x <- apply(B, 2, function(y) nnls(A, y)$x)
      sum(x)
    }
  }
}

jobs$nnls <- list(
  deconv_nnls = fit_columns("sig_547x22.tsv", "bulk_547x500.tsv", 1),
  deconv_nnls_x20 = fit_columns("sig_547x22.tsv", "bulk_547x500.tsv", 20),
  sbs_nnls = fit_columns("sbs_96x60.tsv", "sbs_counts_96x500.tsv", 1),
  sbs_nnls_x20 = fit_columns("sbs_96x60.tsv", "sbs_counts_96x500.tsv", 20)
)
