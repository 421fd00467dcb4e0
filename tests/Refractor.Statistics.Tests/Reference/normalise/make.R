# Makes the tables of this folder: Rscript make.R <folder> <seed>. Needs limma and sva.
arguments <- commandArgs(TRUE)
folder <- arguments[1]
set.seed(as.integer(arguments[2]))
suppressMessages({ library(limma); library(sva) })

write_table <- function(x, name, key) {
  body <- apply(x, 2, function(v) ifelse(is.na(v), "NA", if (is.numeric(v)) formatC(v, digits = 17, format = "g", width = 1) else v))
  table <- cbind(rownames(x), body)
  colnames(table) <- c(key, colnames(x))
  write.table(table, file.path(folder, paste0(name, ".tsv")), sep = "\t", quote = FALSE, row.names = FALSE)
}

genes <- sprintf("G%04d", seq_len(110 + sample(30, 1)))
samples <- sprintf("S%03d", 1:9)
batch <- rep(c("b1", "b2", "b3"), each = 3)
group <- c("A", "B", "B", "A", "B", "B", "A", "B", "B")

level <- rnorm(length(genes), 7, 1.5)
expr <- round(matrix(rnorm(length(genes) * 9, level, 1.2), length(genes), 9, dimnames = list(genes, samples)), 3)
expr[sample(length(expr), 60)] <- 5 # ties within samples
expr_na <- expr
expr_na[sample(length(expr), 40)] <- NA
shift <- outer(rnorm(length(genes), 0, 0.5), c(b1 = -1, b2 = -2, b3 = -3)[batch])
expr_batch <- round(expr + shift, 4)
dimnames(expr_batch) <- dimnames(expr)

write_table(expr, "expr", "gene")
write_table(expr_na, "expr_na", "gene")
write_table(expr_batch, "expr_batch", "gene")
write_table(cbind(batch = batch, group = group) |> `rownames<-`(samples), "samples_batch", "sample")

write_table(normalizeQuantiles(expr, ties = TRUE), "expected_quantile_ties", "gene")
write_table(normalizeQuantiles(expr, ties = FALSE), "expected_quantile_noties", "gene")
write_table(normalizeQuantiles(expr_na, ties = TRUE), "expected_quantile_na", "gene")
write_table(normalizeMedianValues(expr), "expected_median_scaled", "gene")
write_table(t(scale(t(expr))), "expected_zscore_rows", "gene")
write_table(normalizeCyclicLoess(expr, method = "fast"), "expected_cyclicloess", "gene")

polish <- medpolish(expr, eps = 1e-12, maxiter = 100, trace.iter = FALSE)
parts <- c(overall = polish$overall, setNames(polish$row, paste0("row:", genes)), setNames(polish$col, paste0("col:", samples)))
write_table(cbind(value = parts), "expected_medpolish", "part")

quietly <- function(x) suppressMessages(x)
write_table(quietly(ComBat(expr_batch, batch, model.matrix(~group))), "expected_combat", "gene")
write_table(quietly(ComBat(expr_batch, batch)), "expected_combat_nocov", "gene")
write_table(quietly(ComBat(expr_batch, batch, par.prior = FALSE)), "expected_combat_nonparam", "gene")

components <- prcomp(t(expr))
write_table(cbind(sdev = components$sdev) |> `rownames<-`(seq_along(components$sdev)), "expected_pca_sdev", "component")
write_table(components$x[, 1:5], "expected_pca_scores", "sample")
