# What an analyst does in R with a table of 20,000 features x 3,000 patients: read it, limma, AUC and rank tests, Cox regression.
# Usage: Rscript peer.R FOLDER [features in loops]; FOLDER holds expr_large.tsv and samples_large.tsv.
# AUC with interval (pROC) and Cox regression are loops, of which only the first features are timed; the time is scaled to all of them.
suppressMessages({library(data.table); library(limma); library(pROC); library(survival)})
arguments <- commandArgs(TRUE)
folder <- arguments[1]
some <- if (length(arguments) > 1) as.integer(arguments[2]) else 200
step <- function(name, expression, of = 1) {
  seconds <- system.time(expression)[["elapsed"]]
  cat(sprintf("%s\t%.2f\t%s\n", name, seconds * of, if (of == 1) "measured" else sprintf("scaled from %d features", some)))
}
step("read", table <- fread(file.path(folder, "expr_large.tsv"), showProgress = FALSE))
step("to matrix", { values <- as.matrix(table[, -1]); rownames(values) <- table[[1]] })
patients <- fread(file.path(folder, "samples_large.tsv"))
patients <- patients[match(colnames(values), sample)]
resistant <- as.integer(patients$group == "B")
step("limma", fit <- topTable(eBayes(lmFit(values, model.matrix(~ resistant))), coef = 2, number = Inf, sort.by = "none"))
scale <- nrow(values) / some
step("AUC with DeLong interval", for (i in seq_len(some)) {
  curve <- roc(resistant, values[i, ], direction = "<", levels = c(0, 1), quiet = TRUE)
  ci.auc(curve, method = "delong")
}, scale)
step("Wilcoxon", for (i in seq_len(some)) wilcox.test(values[i, resistant == 1], values[i, resistant == 0], exact = FALSE), scale)
time <- Surv(patients$time, patients$status)
step("Cox regression", for (i in seq_len(some)) summary(coxph(time ~ values[i, ]))$coefficients, scale)
