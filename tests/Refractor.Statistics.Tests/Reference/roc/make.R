# Makes the inputs of this folder from a seed and the results that R gives for them.
# usage: Rscript make.R <folder> <seed>
suppressMessages(library(pROC))
a <- commandArgs(TRUE)
folder <- a[1]
set.seed(as.integer(a[2]))
format_double <- function(v) vapply(v, function(x) {
  if (is.na(x) && !is.nan(x)) return("NA")
  short <- formatC(x, digits = 15, format = "g")
  if (is.finite(x) && as.numeric(short) != x) formatC(x, digits = 17, format = "g") else trimws(short)
}, "")
write <- function(x, file) {
  d <- as.data.frame(lapply(x, function(v) if (is.double(v)) format_double(v) else v))
  write.table(d, file.path(folder, file), sep = "\t", quote = FALSE, row.names = FALSE)
}
list_of <- function(v) paste(format_double(as.double(v)), collapse = ";")

n <- 125
response <- rbinom(n, 1, .5)
m <- data.frame(sample = sprintf("S%03d", seq_len(n)), response = response)
m$noise <- round(rnorm(n), 3)
m$good <- round(rnorm(n, response), 3)
m$strong <- round(rnorm(n, 2.5 * response), 3)
m$inverse <- round(rnorm(n, -response), 3)
m$ties3 <- pmin(4, pmax(1, round(2 + 1.2 * response + rnorm(n, 0, .8))))
m$integer <- rpois(n, 3 + 2 * response)
m$binary <- rbinom(n, 1, .3 + .3 * response)
m$constant <- 2
m$perfect <- round(runif(n) + 10 * response, 3)
m$perfect_inverse <- round(runif(n) - 10 * response, 3)
m$with_na <- round(rnorm(n, response), 3)
m$with_na[sample(n, 18)] <- NA
m$corr_good <- round(.7 * m$good + rnorm(n, 0, .8), 3)
for (i in 1:10) m[[paste0("rand", i)]] <- round(rnorm(n, rnorm(1, 0, .8) * response), 1 + i %% 3)
write(m, "markers.tsv")

result <- function(marker, direction, response = m$response, values = m[[marker]]) {
  r <- roc(response, values, levels = c(0, 1), direction = direction, quiet = TRUE)
  single <- length(r$cases) < 2 || length(r$controls) < 2
  ci <- if (single) c(NA, NA, NA) else suppressWarnings(ci.auc(r, method = "delong"))
  best <- coords(r, "best", best.method = "youden", ret = c("threshold", "sensitivity", "specificity"), transpose = FALSE)
  data.frame(
    marker = marker, direction = direction, n_control = length(r$controls), n_case = length(r$cases), auc = as.numeric(auc(r)),
    ci_low = ci[1], ci_high = ci[3], var_delong = if (single) NA_real_ else suppressWarnings(var(r, method = "delong")),
    youden_J = best$sensitivity[1] + best$specificity[1] - 1, youden_threshold = list_of(best$threshold),
    youden_sensitivity = list_of(best$sensitivity), youden_specificity = list_of(best$specificity)
  )
}
markers <- names(m)[-(1:2)]
write(do.call(rbind, lapply(markers, function(k) rbind(result(k, "<"), result(k, ">")))), "expected_auc.tsv")

few <- list("1 case" = sort(c(which(response == 1)[1], which(response == 0))), "2 and 2" = c(which(response == 1)[1:2], which(response == 0)[1:2]))
write(do.call(rbind, lapply(names(few), function(k) cbind(
  data.frame(case = k, rows = paste(few[[k]], collapse = ",")), result("good", "<", m$response[few[[k]]], m$good[few[[k]]])
))), "expected_auc_small_groups.tsv")

pairs <- list(c("good", "noise"), c("good", "corr_good"), c("strong", "good"), c("ties3", "integer"), c("binary", "good"), c("rand1", "rand2"), c("with_na", "good"), c("good", "good"), c("perfect", "good"))
write(do.call(rbind, lapply(pairs, function(p) {
  used <- !is.na(m[[p[1]]]) & !is.na(m[[p[2]]])
  r <- lapply(p, function(k) roc(m$response[used], m[[k]][used], levels = c(0, 1), direction = "<", quiet = TRUE))
  t <- suppressWarnings(roc.test(r[[1]], r[[2]], method = "delong", paired = TRUE))
  data.frame(
    marker1 = p[1], marker2 = p[2], n = sum(used), auc1 = as.numeric(auc(r[[1]])), auc2 = as.numeric(auc(r[[2]])),
    Z = as.numeric(t$statistic), p = as.numeric(t$p.value), cov = suppressWarnings(cov(r[[1]], r[[2]], method = "delong")),
    diff_ci_low = t$conf.int[1], diff_ci_high = t$conf.int[2]
  )
})), "expected_delong_paired.tsv")

half <- 62
write(do.call(rbind, lapply(c("good", "noise", "integer", "strong"), function(k) {
  part <- function(i) roc(m$response[i], m[[k]][i], levels = c(0, 1), direction = "<", quiet = TRUE)
  t <- roc.test(part(seq_len(half)), part((half + 1):n), method = "delong", paired = FALSE)
  data.frame(
    marker = k, first_half_n = half, auc1 = as.numeric(t$estimate[1]), auc2 = as.numeric(t$estimate[2]),
    D = as.numeric(t$statistic), df = as.numeric(t$parameter), p = as.numeric(t$p.value)
  )
})), "expected_delong_unpaired.tsv")

curve <- function(k) roc(m$response, m[[k]], levels = c(0, 1), direction = "<", quiet = TRUE)
write(do.call(rbind, lapply(c("good", "ties3"), function(k) cbind(marker = k, as.data.frame(coords(
  curve(k), "all", ret = c("threshold", "specificity", "sensitivity", "ppv", "npv", "accuracy"), transpose = FALSE
))))), "expected_curves.tsv")

write(do.call(rbind, lapply(c("good", "strong", "ties3"), function(k) data.frame(
  marker = k, pauc_spec_1_0.9 = as.numeric(auc(curve(k), partial.auc = c(1, .9))),
  pauc_corrected = as.numeric(auc(curve(k), partial.auc = c(1, .9), partial.auc.correct = TRUE)),
  pauc_sens_1_0.9 = as.numeric(auc(curve(k), partial.auc = c(1, .9), partial.auc.focus = "sensitivity"))
))), "expected_partial_auc.tsv")
