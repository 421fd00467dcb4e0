# Makes the tables of this folder: Rscript make.R <folder> <seed>. Needs GSVA 1.46, whose gsva() takes the method as an argument.
arguments <- commandArgs(TRUE)
folder <- arguments[1]
set.seed(as.integer(arguments[2]))
suppressMessages(library(GSVA))

write_table <- function(x, name, key) {
  body <- apply(x, 2, function(v) formatC(v, digits = 17, format = "g", width = 1))
  table <- cbind(rownames(x), body)
  colnames(table) <- c(key, colnames(x))
  write.table(table, file.path(folder, paste0(name, ".tsv")), sep = "\t", quote = FALSE, row.names = FALSE)
}

genes <- sprintf("G%04d", 1:315)
samples <- sprintf("S%03d", 1:24)
level <- rnorm(315, 7, 2)
expr <- round(matrix(rnorm(315 * 24, level, 1.5), 315, 24, dimnames = list(genes, samples)), 3)
expr[10:14, ] <- round(expr[10:14, ]) # ties
counts <- matrix(rnbinom(315 * 24, mu = 2^level, size = 1 / 0.8), 315, 24, dimnames = list(genes, samples))
counts[3, ] <- 5 # constant: left out by GSVA

sets <- lapply(setNames(1:12, sprintf("SET%02d", 1:12)), function(i) sample(genes, 3 + sample(4 * i, 1)))
sets$PARTLY <- c(sample(genes, 6), "NOT1", "NOT2")
sets$TWO <- sample(genes, 2)

write_table(expr, "expr", "gene")
write_table(counts, "counts", "gene")
writeLines(mapply(function(n, g) paste(c(n, "golden", g), collapse = "\t"), names(sets), sets), file.path(folder, "sets.gmt"))

score <- function(name, x, method, ...) {
  result <- suppressWarnings(gsva(x, sets, method = method, min.sz = 1, verbose = FALSE, ...))
  write_table(result, name, "set")
}
score("expected_gsva", expr, "gsva", kcdf = "Gaussian", tau = 1, mx.diff = TRUE)
score("expected_gsva_maxdev", expr, "gsva", kcdf = "Gaussian", mx.diff = FALSE)
score("expected_gsva_absrank", expr, "gsva", kcdf = "Gaussian", abs.ranking = TRUE)
score("expected_gsva_nokcdf", expr, "gsva", kcdf = "none")
score("expected_gsva_poisson_counts", counts, "gsva", kcdf = "Poisson")
score("expected_ssgsea", expr, "ssgsea", tau = 0.25, ssgsea.norm = TRUE)
score("expected_ssgsea_raw", expr, "ssgsea", tau = 0.25, ssgsea.norm = FALSE)
score("expected_ssgsea_tau1", expr, "ssgsea", tau = 1, ssgsea.norm = FALSE)
score("expected_zscore", expr, "zscore")
score("expected_plage", expr, "plage")
