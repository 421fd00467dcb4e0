# Makes contingency tables from a seed, and what fisher.test, chisq.test, mcnemar.test, mantelhaen.test, binom.test, prop.test,
# prop.trend.test and metafor::rma.mh say about them.
# usage: Rscript make.R <folder> <seed>
suppressMessages(library(metafor))
arguments <- commandArgs(TRUE)
folder <- arguments[1]
set.seed(as.integer(arguments[2]))

digits17 <- function(x) {
  short <- formatC(x, digits = 15, format = "g", width = 1)
  ifelse(is.na(x), "NA", ifelse(as.numeric(short) == x, short, formatC(x, digits = 17, format = "g", width = 1)))
}
write_table <- function(rows, name) {
  for (column in names(rows)) if (is.double(rows[[column]])) rows[[column]] <- suppressWarnings(digits17(rows[[column]]))
  write.table(rows, file.path(folder, name), sep = "\t", quote = FALSE, row.names = FALSE)
}
quietly <- suppressWarnings

# --- 2 x 2 -----------------------------------------------------------------------------------------------------------
edges <- rbind(c(3, 1, 1, 3), c(0, 5, 5, 0), c(0, 10, 3, 7), c(1, 0, 0, 1), c(0, 0, 3, 4), c(5, 0, 7, 0), c(1000, 2000, 1100, 1900))
random <- t(replicate(28, rbinom(4, sample(c(12, 30, 60), 1), runif(4, 0.1, 0.8))))
tables <- data.frame(table = seq_len(nrow(edges) + nrow(random)), rbind(edges, random))
names(tables) <- c("table", "a", "b", "c", "d")
tables[-1] <- lapply(tables[-1], as.integer)
write_table(tables, "tables2x2.tsv")
write_table(do.call(rbind, lapply(tables$table, function(i) {
  cells <- as.numeric(tables[i, -1])
  m <- matrix(cells, 2, byrow = TRUE)
  fisher <- fisher.test(m)
  yates <- quietly(chisq.test(m))
  plain <- quietly(chisq.test(m, correct = FALSE))
  mcnemar <- quietly(mcnemar.test(m))
  ratio <- m[1, 1] * m[2, 2] / (m[1, 2] * m[2, 1])
  se <- sqrt(sum(1 / m))
  data.frame(table = i, fisher_p = fisher$p.value, fisher_less = fisher.test(m, alternative = "less")$p.value,
    fisher_greater = fisher.test(m, alternative = "greater")$p.value, or_cond_mle = unname(fisher$estimate),
    or_low = fisher$conf.int[1], or_high = fisher$conf.int[2], or_sample = ratio,
    or_woolf_low = exp(log(ratio) - qnorm(0.975) * se), or_woolf_high = exp(log(ratio) + qnorm(0.975) * se),
    chisq_yates = unname(yates$statistic), chisq_yates_p = yates$p.value, chisq = unname(plain$statistic),
    chisq_p = plain$p.value, min_expected = min(plain$expected), mcnemar = unname(mcnemar$statistic),
    mcnemar_p = mcnemar$p.value, phi = unname(sqrt(plain$statistic / sum(m))))
})), "expected_2x2.tsv")

# --- r x c -----------------------------------------------------------------------------------------------------------
sizes <- list(c(2, 3), c(3, 3), c(3, 4), c(2, 5), c(4, 4))
cells <- list()
expected <- list()
for (k in seq_along(sizes)) {
  repeat {
    m <- matrix(rpois(prod(sizes[[k]]), 4), sizes[[k]][1])
    if (all(rowSums(m) > 0) && all(colSums(m) > 0)) break
  }
  cells[[k]] <- data.frame(table = paste0("rc", k), row = c(row(m)), col = c(col(m)), n = c(m))
  plain <- quietly(chisq.test(m, correct = FALSE))
  expected[[k]] <- data.frame(table = paste0("rc", k), chisq = unname(plain$statistic), df = unname(plain$parameter),
    chisq_p = plain$p.value, fisher_p = fisher.test(m, workspace = 2e7)$p.value,
    cramers_v = sqrt(unname(plain$statistic) / (sum(m) * (min(dim(m)) - 1))))
}
write_table(do.call(rbind, cells), "tables_rxc.tsv")
write_table(do.call(rbind, expected), "expected_rxc.tsv")

# --- strata ----------------------------------------------------------------------------------------------------------
strata <- list()
expected <- list()
for (set in 1:6) {
  count <- set + 2
  m <- matrix(rpois(4 * count, sample(c(8, 15, 22), 1)), count)
  if (set == 6) m[1, ] <- c(3, 0, 0, 0)
  strata[[set]] <- data.frame(set = set, stratum = seq_len(count), a = m[, 1], b = m[, 2], c = m[, 3], d = m[, 4])
  x <- aperm(array(t(m), c(2, 2, count)), c(2, 1, 3))
  corrected <- mantelhaen.test(x)
  plain <- mantelhaen.test(x, correct = FALSE)
  exact <- mantelhaen.test(x, exact = TRUE)
  homogeneity <- quietly(rma.mh(ai = m[, 1], bi = m[, 2], ci = m[, 3], di = m[, 4], measure = "OR", correct = FALSE))
  expected[[set]] <- data.frame(set = set, mh_or = unname(plain$estimate), mh_low = plain$conf.int[1], mh_high = plain$conf.int[2],
    mh_chisq_corrected = unname(corrected$statistic), mh_p_corrected = corrected$p.value, mh_chisq = unname(plain$statistic),
    mh_p = plain$p.value, exact_or = unname(exact$estimate), exact_p = exact$p.value, exact_low = exact$conf.int[1],
    exact_high = exact$conf.int[2], breslow_day = homogeneity$BD, breslow_day_p = homogeneity$BDp, tarone = homogeneity$TA,
    tarone_p = homogeneity$TAp)
}
write_table(do.call(rbind, strata), "strata2x2.tsv")
write_table(do.call(rbind, expected), "expected_mantelhaenszel.tsv")

# --- proportions and trend -------------------------------------------------------------------------------------------
n <- c(10, 10, 10, 40, 120, 3, 1, sample(20:200, 5))
x <- c(0, 1, 10, 17, 50, 3, 0, rbinom(5, n[8:12], 0.35))
write_table(do.call(rbind, lapply(seq_along(n), function(i) {
  exact <- binom.test(x[i], n[i], 0.3)
  plain <- quietly(prop.test(x[i], n[i], 0.3, correct = FALSE))
  corrected <- quietly(prop.test(x[i], n[i], 0.3))
  data.frame(x = as.integer(x[i]), n = as.integer(n[i]), clopper_low = exact$conf.int[1], clopper_high = exact$conf.int[2],
    binom_p_0.3 = exact$p.value, wilson_low = plain$conf.int[1], wilson_high = plain$conf.int[2], score_p_0.3 = plain$p.value,
    wilson_cc_low = corrected$conf.int[1], wilson_cc_high = corrected$conf.int[2])
})), "expected_proportions.tsv")
write_table(do.call(rbind, lapply(3:5, function(groups) {
  sizes <- sample(15:60, groups)
  events <- rbinom(groups, sizes, seq(0.15, 0.5, length.out = groups))
  trend <- prop.trend.test(events, sizes)
  data.frame(x = paste(events, collapse = ","), n = paste(sizes, collapse = ","), chisq = unname(trend$statistic), p = trend$p.value)
})), "expected_trend.tsv")
