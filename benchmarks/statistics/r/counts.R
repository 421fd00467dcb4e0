count_data <- function() {
  s <- as.data.frame(fread(data_file("samples_counts.tsv")))
  list(counts = named_matrix(data_file("counts_20000x100.tsv")), samples = s, design = model.matrix(~ batch + group, s))
}

filtered <- function(d) {
  y <- calcNormFactors(DGEList(d$counts))
  y[filterByExpr(y, d$design), , keep.lib.sizes = FALSE]
}

jobs$counts <- list(
  voom = function() {
    suppressMessages(library(edgeR))
    d <- count_data()
    function() {
      fit <- eBayes(lmFit(voom(filtered(d), d$design), d$design))
      sum(topTable(fit, coef = 3, number = Inf, sort.by = "none")$t)
    }
  },
  edgeR_QL = function() {
    suppressMessages(library(edgeR))
    d <- count_data()
    function() {
      y <- estimateDisp(filtered(d), d$design)
      sum(glmQLFTest(glmQLFit(y, d$design), coef = 3)$table$F)
    }
  },
  DESeq2 = function() {
    suppressMessages(library(DESeq2))
    d <- count_data()
    function() {
      dds <- DESeqDataSetFromMatrix(d$counts, d$samples, ~ batch + group)
      sum(results(DESeq(dds, quiet = TRUE))$stat, na.rm = TRUE)
    }
  }
)
