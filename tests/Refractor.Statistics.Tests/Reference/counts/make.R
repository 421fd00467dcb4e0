# Makes the inputs and the expected tables of this folder. usage: Rscript make.R <folder> <seed>
suppressMessages({
  library(edgeR)
  library(DESeq2)
})
arguments <- commandArgs(TRUE)
folder <- arguments[1]
set.seed(as.integer(arguments[2]))

write_table <- function(table, name) {
  cells <- lapply(table, function(x) if (is.double(x)) format_double(x) else as.character(x))
  write.table(as.data.frame(cells, check.names = FALSE), file.path(folder, paste0(name, ".tsv")),
    sep = "\t", quote = FALSE, row.names = FALSE, na = "NA")
}
# The shortest of 15 and 17 digits that reads back to the same number.
format_double <- function(x) {
  short <- sprintf("%.15g", x)
  long <- sprintf("%.17g", x)
  ifelse(is.finite(x) & suppressWarnings(as.numeric(short)) != x, long, short)
}
with_genes <- function(m) data.frame(gene = rownames(m), m, check.names = FALSE)

# --- inputs ---
genes <- 530
samples <- data.frame(
  sample = sprintf("S%03d", 1:12), group = rep(c("A", "B"), each = 6), batch = rep(c("b1", "b2"), 6)
)
means <- exp(rnorm(genes, log(70), 2))
dispersions <- (0.1 + 2 / means) * rchisq(genes, 5) / 5
depth <- runif(12, 0.5, 1.6)
effect <- exp(ifelse(runif(genes) < 0.15, rnorm(genes, 0, 1), 0))
mu <- outer(means, depth) * ifelse(col(matrix(0, genes, 12)) > 6, effect, 1)
counts <- matrix(rnbinom(genes * 12, mu = mu, size = 1 / dispersions), genes)
storage.mode(counts) <- "integer"
dimnames(counts) <- list(sprintf("G%04d", 1:genes), samples$sample)
counts[1:2, ] <- 0L
counts[3, ] <- as.integer(ifelse(samples$group == "A", 0, rpois(12, 80)))
counts[4, ] <- c(5000L, rep(10L, 11))
counts[5, ] <- 7L
counts[6, ] <- c(1L, rep(0L, 11))
write_table(samples, "samples")
write_table(with_genes(counts), "counts")

# --- edgeR and limma ---
design <- model.matrix(~ batch + group, samples)
factors <- sapply(c("TMM", "RLE", "upperquartile", "TMMwsp"), function(m) calcNormFactors(counts, method = m))
write_table(
  data.frame(sample = samples$sample, lib.size = colSums(counts), factors, DESeq2_sizeFactor = estimateSizeFactorsForMatrix(counts)),
  "expected_normfactors"
)
all_genes <- calcNormFactors(DGEList(counts))
keep <- filterByExpr(all_genes, design)
write_table(data.frame(gene = rownames(counts), keep = keep), "expected_filterByExpr")
write_table(with_genes(cpm(all_genes)[1:60, ]), "expected_cpm")
write_table(with_genes(cpm(all_genes, log = TRUE)[1:60, ]), "expected_logcpm")

y <- all_genes[keep, , keep.lib.sizes = FALSE]
v <- voom(y, design, save.plot = TRUE)
write_table(with_genes(v$E), "expected_voom_E")
weights <- v$weights
dimnames(weights) <- dimnames(v$E)
write_table(with_genes(weights), "expected_voom_weights")
write_table(
  data.frame(mean_log2_count = v$voom.xy$x, sqrt_sd = v$voom.xy$y, lowess_x = v$voom.line$x, lowess_y = v$voom.line$y),
  "expected_voom_trend"
)
fit <- eBayes(lmFit(v, design))
top <- topTable(fit, coef = "groupB", number = Inf, sort.by = "none")
write_table(
  data.frame(
    gene = rownames(top), top[, c("logFC", "AveExpr", "t", "P.Value", "adj.P.Val", "B")],
    stdev.unscaled = fit$stdev.unscaled[, "groupB"], sigma = fit$sigma, df.residual = fit$df.residual,
    s2.post = fit$s2.post, df.total = fit$df.total
  ),
  "expected_voom_limma"
)

y <- estimateDisp(y, design)
ql_fit <- glmQLFit(y, design)
ql <- glmQLFTest(ql_fit, coef = 3)
write_table(
  data.frame(
    gene = rownames(y), ql$table[, c("logFC", "logCPM", "F", "PValue")], FDR = p.adjust(ql$table$PValue, "BH"),
    disp.tagwise = y$tagwise.dispersion, disp.trended = y$trended.dispersion, ql.deviance = ql_fit$deviance,
    df.residual.zeros = ql_fit$df.residual.zeros, var.prior = ql_fit$var.prior, var.post = ql_fit$var.post,
    df.prior = ql_fit$df.prior
  ),
  "expected_edgeR_QL"
)
lrt <- glmLRT(glmFit(y, design), coef = 3)
write_table(data.frame(gene = rownames(y), lrt$table[, c("logFC", "logCPM", "LR", "PValue")]), "expected_edgeR_LRT")
by_group <- DGEList(counts, group = samples$group)
by_group <- calcNormFactors(by_group)[keep, , keep.lib.sizes = FALSE]
by_group <- estimateDisp(by_group)
exact <- exactTest(by_group)
write_table(
  data.frame(gene = rownames(by_group), exact$table[, c("logFC", "logCPM", "PValue")], disp.tagwise = by_group$tagwise.dispersion),
  "expected_edgeR_exact"
)

# --- DESeq2 ---
samples$group <- factor(samples$group)
samples$batch <- factor(samples$batch)
dds <- DESeq(DESeqDataSetFromMatrix(counts, samples, ~ batch + group), quiet = TRUE)
result <- results(dds)
plain <- results(dds, independentFiltering = FALSE, cooksCutoff = FALSE)
rows <- mcols(dds)
write_table(
  data.frame(
    gene = rownames(counts),
    rows[, c("baseMean", "baseVar", "dispGeneEst", "dispFit", "dispMAP", "dispersion", "dispOutlier", "betaConv", "maxCooks")],
    as.data.frame(result)[, c("log2FoldChange", "lfcSE", "stat", "pvalue", "padj")],
    pvalue_nofilter = plain$pvalue, padj_nofilter = plain$padj
  ),
  "expected_DESeq2"
)
dispersion <- dispersionFunction(dds)
write_table(
  data.frame(
    name = c(
      "edgeR.common.dispersion", "edgeR.prior.df", "voom.df.prior", "voom.s2.prior", "DESeq2.asymptDisp", "DESeq2.extraPois",
      "DESeq2.dispPriorVar", "DESeq2.varLogDispEsts", "DESeq2.filterThreshold"
    ),
    value = c(
      y$common.dispersion, ql_fit$df.prior[1], fit$df.prior, fit$s2.prior, attr(dispersion, "coefficients"),
      attr(dispersion, "dispPriorVar"), attr(dispersion, "varLogDispEsts"), metadata(result)$filterThreshold
    )
  ),
  "expected_scalars"
)
write_table(with_genes(assay(varianceStabilizingTransformation(dds, blind = FALSE))[1:60, ]), "expected_vst")
write_table(with_genes(assay(normTransform(dds))[1:60, ]), "expected_normtransform")
