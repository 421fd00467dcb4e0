# Makes the inputs of this folder from a seed and the results that R gives for them.
# usage: Rscript make.R <folder> <seed>
suppressMessages(library(exactRankTests))
a <- commandArgs(TRUE)
folder <- a[1]
set.seed(as.integer(a[2]))
write <- function(x, file) {
  d <- as.data.frame(lapply(x, function(v) if (is.double(v)) sub("^ +", "", format_double(v)) else v), check.names = FALSE)
  write.table(d, file.path(folder, file), sep = "\t", quote = FALSE, row.names = FALSE)
}
format_double <- function(v) vapply(v, function(x) {
  if (is.na(x) && !is.nan(x)) return("NA")
  short <- formatC(x, digits = 15, format = "g")
  if (is.finite(x) && as.numeric(short) != x) formatC(x, digits = 17, format = "g") else trimws(short)
}, "")
quietly <- function(f) tryCatch(suppressWarnings(f), error = function(e) NULL)
p_of <- function(f) { t <- quietly(f); if (is.null(t)) NA_real_ else as.numeric(t$p.value) }

two <- list()
for (i in 1:8) two[[paste0("noties", i)]] <- list(x = round(rnorm(7 + i), 6), y = round(rnorm(6 + i, .6), 6))
for (i in 1:4) two[[paste0("ties", i)]] <- list(x = rpois(8 + i, 2), y = rpois(10, 3))
two$large <- list(x = round(rnorm(83), 5), y = round(rnorm(90, .3), 5))
two$largeties <- list(x = rpois(120, 3), y = rpois(130, 3.5))
two$one_vs_one <- list(x = 1, y = 2)
two$one_vs_many <- list(x = round(rnorm(1, 3), 4), y = round(rnorm(9), 4))
two$two_vs_two <- list(x = c(1, 2), y = c(3, 5))
two$all_equal <- list(x = rep(2, 5), y = rep(2, 6))
two$with_nan <- list(x = c(1.5, NaN, 2, NA, -.5), y = c(3, 1, NaN, 4.5, 6))
two$separated <- list(x = 1:10, y = c(21:32))
two$infinite <- list(x = c(Inf, 1, 2), y = c(-Inf, .5, 1.5, 7))
write(do.call(rbind, lapply(names(two), function(k) rbind(
  data.frame(case = k, group = "x", value = as.double(two[[k]]$x)), data.frame(case = k, group = "y", value = as.double(two[[k]]$y))
))), "two_sample.tsv")
write(do.call(rbind, lapply(names(two), function(k) {
  x <- two[[k]]$x[!is.na(two[[k]]$x)]
  y <- two[[k]]$y[!is.na(two[[k]]$y)]
  ties <- any(duplicated(c(x, y)))
  exact <- function(...) if (ties) NA_real_ else p_of(wilcox.test(x, y, exact = TRUE, ...))
  hl <- quietly(wilcox.test(x, y, conf.int = TRUE))
  ci <- if (is.null(hl$conf.int)) c(NA, NA, NA) else c(hl$estimate, hl$conf.int)
  welch <- quietly(t.test(x, y))
  student <- quietly(t.test(x, y, var.equal = TRUE))
  number <- function(v) if (is.null(v)) NA_real_ else as.numeric(v)
  data.frame(
    case = k, nx = length(x), ny = length(y), W = number(quietly(wilcox.test(x, y))$statistic), has_ties = ties,
    p_default = p_of(wilcox.test(x, y)), p_exact_noties = exact(), p_exact_less = exact(alternative = "less"),
    p_exact_conditional = p_of(wilcox.exact(x, y)),
    p_normal_corrected = p_of(wilcox.test(x, y, exact = FALSE)),
    p_normal_uncorrected = p_of(wilcox.test(x, y, exact = FALSE, correct = FALSE)),
    p_normal_greater = p_of(wilcox.test(x, y, exact = FALSE, alternative = "greater")),
    hl_shift = ci[1], hl_low = ci[2], hl_high = ci[3], hl_exact = !ties,
    welch_t = number(welch$statistic), welch_df = number(welch$parameter), welch_p = number(welch$p.value),
    student_t = number(student$statistic), student_p = number(student$p.value)
  )
})), "expected_two_sample.tsv")

paired <- list()
for (i in 1:5) { x <- round(rnorm(8 + 3 * i), 5); paired[[paste0("pair", i)]] <- list(x = x, y = round(x + rnorm(8 + 3 * i, .3), 5)) }
paired$pairties <- list(x = 1:7, y = c(2, 2, 4, 4, 7, 5, 9))
paired$pairzero <- list(x = rep(1, 4), y = rep(1, 4))
x <- round(rnorm(70), 5)
paired$pairlarge <- list(x = x, y = round(x + rnorm(70, .15), 5))
paired$pair_n1 <- list(x = 1, y = 2)
write(do.call(rbind, lapply(names(paired), function(k) data.frame(
  case = k, pair = seq_along(paired[[k]]$x), x = as.double(paired[[k]]$x), y = as.double(paired[[k]]$y)
))), "paired.tsv")
write(do.call(rbind, lapply(names(paired), function(k) {
  x <- paired[[k]]$x
  y <- paired[[k]]$y
  d <- x - y
  clean <- !any(d == 0) && !any(duplicated(abs(d)))
  t <- quietly(t.test(x, y, paired = TRUE))
  data.frame(
    case = k, V = as.numeric(quietly(wilcox.test(x, y, paired = TRUE))$statistic), p_default = p_of(wilcox.test(x, y, paired = TRUE)),
    p_exact_noties = if (clean) p_of(wilcox.test(x, y, paired = TRUE, exact = TRUE)) else NA_real_,
    p_exact_conditional = p_of(wilcox.exact(x, y, paired = TRUE)),
    p_normal_corrected = p_of(wilcox.test(x, y, paired = TRUE, exact = FALSE)),
    p_normal_uncorrected = p_of(wilcox.test(x, y, paired = TRUE, exact = FALSE, correct = FALSE)),
    t = if (is.null(t)) NA_real_ else as.numeric(t$statistic), t_p = if (is.null(t)) NA_real_ else t$p.value
  )
})), "expected_paired.tsv")

many <- list(
  k1 = data.frame(group = rep(1:3, c(8, 9, 7)), value = round(rnorm(24, rep(c(0, .3, .8), c(8, 9, 7))), 4)),
  k2 = data.frame(group = rep(1:4, c(10, 12, 9, 8)), value = as.double(rpois(39, rep(c(2, 3, 2.5, 5), c(10, 12, 9, 8))))),
  k3 = data.frame(group = c(1, 1, 1, 1, 2, 2, 3), value = c(1, 2, 3, 4, 5, 6, 3))
)
write(do.call(rbind, lapply(names(many), function(k) data.frame(case = k, group = as.integer(many[[k]]$group), value = many[[k]]$value))), "many_sample.tsv")
write(do.call(rbind, lapply(names(many), function(k) {
  v <- many[[k]]$value
  g <- factor(many[[k]]$group)
  kruskal <- kruskal.test(v, g)
  anova <- anova(lm(v ~ g))
  welch <- quietly(oneway.test(v ~ g))
  number <- function(x) if (is.null(x) || is.nan(x)) NA_real_ else as.numeric(x)
  data.frame(
    case = k, kruskal_H = as.numeric(kruskal$statistic), kruskal_df = as.numeric(kruskal$parameter), kruskal_p = kruskal$p.value,
    anova_F = anova$`F value`[1], anova_p = anova$`Pr(>F)`[1], welch_F = number(welch$statistic), welch_p = number(welch$p.value),
    fligner_p = p_of(fligner.test(v, g)), bartlett_p = p_of(bartlett.test(v, g))
  )
})), "expected_many_sample.tsv")
