# Makes the inputs and the expected tables of this folder. usage: Rscript make.R <folder> <seed>
suppressMessages(library(limma))
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
genes <- 430
patients <- 12
samples <- data.frame(
  sample = sprintf("S%03d", 1:(2 * patients)), group = rep(c("A", "B"), patients),
  patient = rep(sprintf("P%02d", 1:patients), each = 2), age = sample(39:75, 2 * patients, TRUE),
  er = rbinom(2 * patients, 1, 0.8), batch = sample(c("b1", "b2", "b3"), 2 * patients, TRUE),
  arm = sample(c("X", "X", "Y", "Z"), 2 * patients, TRUE)
)
sd <- 0.8 / sqrt(rchisq(genes, 5) / 5)
expr <- matrix(rnorm(genes * 24, 0, sd), genes) + runif(genes, 4, 12) +
  0.4 * matrix(rnorm(genes * patients), genes)[, rep(1:patients, each = 2)]
expr[1:20, samples$group == "B"] <- expr[1:20, samples$group == "B"] + rnorm(20)
expr[, samples$batch == "b2"] <- expr[, samples$batch == "b2"] + 0.3
expr[7, ] <- 8 + 6 * (expr[7, ] - 8)
expr <- round(expr, 5)
dimnames(expr) <- list(sprintf("G%04d", 1:genes), samples$sample)
edge <- expr[1:60, ]
edge[sample(length(edge), 150)] <- NA
edge[1, ] <- 5
edge[2, ] <- NA
edge[3, ] <- c(edge[5, 1], rep(NA, 23))
edge[4, ] <- ifelse(samples$group == "A", NA, expr[4, ])
edge[5, ] <- ifelse(samples$group == "A", 6, 8)
edge[6, ] <- 0
edge[7, ] <- c(NA, NA, 3, 4, rep(NA, 20))
if (is.na(edge[3, 1])) edge[3, 1] <- expr[3, 1]
weights <- matrix(round(runif(genes * 24, 0.2, 2), 4), genes, dimnames = dimnames(expr))
write_table(samples, "samples")
write_table(with_genes(expr), "expr")
write_table(with_genes(edge), "expr_edge")
write_table(with_genes(weights), "weights")

# --- expected tables ---
columns <- function(fit, coefficient) {
  top <- topTable(fit, coef = coefficient, number = Inf, sort.by = "none")
  data.frame(
    gene = rownames(fit$coefficients), top[, c("logFC", "AveExpr", "t", "P.Value", "adj.P.Val", "B")],
    stdev.unscaled = fit$stdev.unscaled[, coefficient], sigma = fit$sigma, df.residual = fit$df.residual,
    s2.post = fit$s2.post, df.total = fit$df.total
  )
}
hyper <- NULL
note <- function(name, fit, dupcor = NA) {
  joined <- function(x) paste(format_double(x), collapse = ";")
  prior <- if (length(fit$s2.prior) > 1) "per gene" else joined(fit$s2.prior)
  hyper <<- rbind(hyper, data.frame(
    analysis = name, df.prior = joined(fit$df.prior), s2.prior = prior, proportion = "0.01",
    n_genes = nrow(fit$coefficients), rank = fit$rank, dupcor = if (is.na(dupcor)) "" else format_double(dupcor)
  ))
}
expect <- function(name, fit, dupcor = NA) {
  write_table(columns(fit, "groupB"), paste0("expected_", name))
  note(name, fit, dupcor)
}
two <- model.matrix(~group, samples)
expect("two_group", eBayes(lmFit(expr, two)))
expect("covariate", eBayes(lmFit(expr, model.matrix(~ group + age + er + batch, samples))))
expect("paired", eBayes(lmFit(expr, model.matrix(~ patient + group, samples))))
trend <- eBayes(lmFit(expr, two), trend = TRUE)
expect("trend", trend)
write_table(data.frame(gene = rownames(expr), s2.prior = trend$s2.prior), "expected_trend_s2prior")
robust <- eBayes(lmFit(expr, two), robust = TRUE)
expect("robust", robust)
write_table(data.frame(gene = rownames(expr), df.prior = robust$df.prior), "expected_robust_dfprior")

arms <- model.matrix(~ 0 + arm, samples)
contrasts <- makeContrasts(armY - armX, armZ - armX, armZ - (armX + armY) / 2, levels = arms)
fit <- eBayes(contrasts.fit(lmFit(expr, arms), contrasts))
for (k in 1:3) write_table(columns(fit, k), paste0("expected_contrast", k))
note("contrast1..3", fit)
df1 <- qr(fit$cov.coefficients)$rank
write_table(
  data.frame(gene = rownames(expr), F = fit$F, F.p.value = fit$F.p.value, df1 = df1, df2 = fit$df.total),
  "expected_contrast_F"
)

dupcor <- duplicateCorrelation(expr, two, block = samples$patient)$consensus.correlation
expect("dupcor", eBayes(lmFit(expr, two, block = samples$patient, correlation = dupcor)), dupcor)
expect("edge_missing", eBayes(lmFit(edge, two)))
for (some in list(c(1, 2, 4), 1:4, c(1, 2, 4, 6, 8, 10))) {
  part <- samples[some, ]
  name <- paste0("small_", sum(part$group == "A"), "v", sum(part$group == "B"))
  expect(name, eBayes(lmFit(expr[, some], model.matrix(~group, part))))
}
expect("weights", eBayes(lmFit(expr, two, weights = weights)))
write_table(data.frame(sample = samples$sample, weight = unname(arrayWeights(expr, two))), "expected_arrayweights")
write_table(hyper, "expected_hyper")

sets <- list(S1 = 1:20, S2 = 30:70, S3 = sort(sample(90, 15)))
camera <- camera(expr, sets, two, sort = FALSE)
write_table(
  data.frame(set = names(sets), rows = c("1-20", "30-70", paste(sets$S3, collapse = ",")), camera[, c("NGenes", "Direction", "PValue", "FDR")]),
  "expected_camera"
)
corrected <- removeBatchEffect(expr[1:50, ], batch = samples$batch, design = two)
write_table(with_genes(corrected), "expected_removeBatchEffect")
