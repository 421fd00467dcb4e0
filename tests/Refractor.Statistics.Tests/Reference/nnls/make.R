# Makes mixtures of known components from a seed, and what nnls and quadprog find in them.
# usage: Rscript make.R <folder> <seed>
suppressMessages({
  library(nnls)
  library(quadprog)
})
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
named <- function(matrix, corner) cbind(setNames(data.frame(rownames(matrix)), corner), as.data.frame(matrix))

fits <- function(components, mixtures) {
  do.call(rbind, lapply(colnames(mixtures), function(sample) {
    fit <- nnls(components, mixtures[, sample])
    row <- as.list(setNames(fit$x, colnames(components)))
    cbind(data.frame(sample = sample), row, deviance = fit$deviance, mode = fit$mode)
  }))
}

# --- cell types in bulk expression -----------------------------------------------------------------------------------
genes <- 83
signature <- round(matrix(2^rnorm(genes * 10, 4, 1.5), genes), 3)
dimnames(signature) <- list(sprintf("G%04d", seq_len(genes)), sprintf("C%02d", 1:10))
fractions <- matrix(rgamma(10 * 18, 0.5), 10)
fractions <- sweep(fractions, 2, colSums(fractions), "/")
bulk <- round(signature %*% fractions * exp(rnorm(genes * 18, 0, 0.3)), 3)
bulk <- cbind(bulk, 0, -bulk[, 1])
colnames(bulk) <- sprintf("S%03d", 1:20)
write_table(named(signature, "gene"), "signature.tsv")
write_table(named(bulk, "gene"), "bulk.tsv")
write_table(fits(signature, bulk), "expected_bulk.tsv")

# --- the same with dependent components ------------------------------------------------------------------------------
dependent <- cbind(signature[, 1:4], dup = signature[, 1], sum34 = signature[, 3] + signature[, 4])
write_table(fits(dependent, bulk[, 1:10]), "expected_rank_deficient.tsv")

# --- fractions that sum to one ---------------------------------------------------------------------------------------
scale <- mean(signature^2)
constrained <- do.call(rbind, lapply(colnames(bulk)[1:18], function(sample) {
  solution <- solve.QP(
    crossprod(signature) / scale, crossprod(signature, bulk[, sample]) / scale,
    cbind(1, diag(10)), c(1, rep(0, 10)), meq = 1
  )$solution
  solution[abs(solution) < 1e-12] <- 0
  cbind(data.frame(sample = sample), as.list(setNames(solution, colnames(signature))))
}))
write_table(constrained, "expected_bulk_sum_to_one_qp.tsv")

# --- mutational signatures -------------------------------------------------------------------------------------------
weights <- matrix(rgamma(96 * 30, 0.25), 96)
weights <- round(sweep(weights, 2, colSums(weights), "/"), 10)
dimnames(weights) <- list(sprintf("K%02d", 1:96), sprintf("SBS%02d", 1:30))
exposures <- matrix(rbinom(30 * 15, 1, 0.15) * rexp(30 * 15, 1 / 400), 30)
exposures[1, colSums(exposures) == 0] <- 100
counts <- matrix(rpois(96 * 15, weights %*% exposures), 96, dimnames = list(rownames(weights), sprintf("S%03d", 1:15)))
write_table(named(weights, "context"), "sbs_signatures.tsv")
write_table(named(counts, "context"), "sbs_counts.tsv")
write_table(fits(weights, counts), "expected_sbs.tsv")
