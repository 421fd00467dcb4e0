# Makes the inputs of this folder from a seed and the results that R gives for them.
# usage: Rscript make.R <folder> <seed>
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
quietly <- function(f) tryCatch(suppressWarnings(f), error = function(e) NULL)
number <- function(x) if (is.null(x)) NA_real_ else as.numeric(x)

cases <- list()
for (n in c(8, 9, 10, 31, 32)) { x <- round(rnorm(n), 5); cases[[paste0("noties", length(cases) + 1)]] <- list(x = x, y = round(.6 * x + rnorm(n), 5)) }
x <- rpois(40, 4)
cases$ties <- list(x = x, y = rpois(40, 1 + x / 2))
x <- rpois(200, 2)
cases$manyties <- list(x = x, y = rpois(200, 1 + x / 4))
cases$nan <- list(x = c(1, 2, NaN, 4, 5, NA, 7), y = c(1.5, 1, 3, 4, NaN, 6, 9))
cases$nan$x <- c(cases$nan$x, 8); cases$nan$y <- c(cases$nan$y, 9.5)
cases$constant <- list(x = rep(1, 6), y = round(rnorm(6), 3))
cases$perfect <- list(x = 1:9, y = (1:9)^2)
cases$perfect_linear <- list(x = 1:9, y = 2 * (1:9))
cases$n2 <- list(x = c(1, 2), y = c(3, 5))
cases$n3 <- list(x = c(1, 2, 3), y = c(1, 3, 2))
x <- round(rnorm(1500), 4)
cases$big <- list(x = x, y = round(.06 * x + rnorm(1500), 4))
write(do.call(rbind, lapply(names(cases), function(k) data.frame(
  case = k, i = seq_along(cases[[k]]$x), x = as.double(cases[[k]]$x), y = as.double(cases[[k]]$y)
))), "pairs.tsv")
write(do.call(rbind, lapply(names(cases), function(k) {
  used <- !is.na(cases[[k]]$x) & !is.na(cases[[k]]$y)
  x <- cases[[k]]$x[used]
  y <- cases[[k]]$y[used]
  n <- length(x)
  varies <- length(unique(x)) > 1 && length(unique(y)) > 1
  ties <- any(duplicated(x)) || any(duplicated(y))
  test <- function(...) if (varies) quietly(cor.test(x, y, ...)) else NULL
  pearson <- test()
  spearman <- test(method = "spearman", exact = FALSE)
  kendall <- test(method = "kendall", exact = FALSE)
  exact <- function(method, allowed) if (!ties && allowed) number(test(method = method, exact = TRUE)$p.value) else NA_real_
  data.frame(
    case = k, n = n, pearson_r = if (varies) cor(x, y) else NA_real_, pearson_t = number(pearson$statistic),
    pearson_p = number(pearson$p.value), pearson_low = number(pearson$conf.int[1])[1], pearson_high = number(pearson$conf.int[2])[1],
    spearman_rho = number(spearman$estimate), spearman_S = number(spearman$statistic), spearman_p_t = number(spearman$p.value),
    spearman_p_t_continuity = number(test(method = "spearman", exact = FALSE, continuity = TRUE)$p.value),
    spearman_p_exact = exact("spearman", n <= 1290), spearman_p_default = number(test(method = "spearman")$p.value),
    kendall_tau = number(kendall$estimate), kendall_p_exact = exact("kendall", n < 50),
    kendall_z = number(kendall$statistic), kendall_p_normal = number(kendall$p.value)
  )
})), "expected.tsv")
