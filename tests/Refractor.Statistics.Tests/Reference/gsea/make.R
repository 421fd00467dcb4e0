# Makes a ranking, sets and lists of genes from a seed, and what fgsea and phyper say about them.
# usage: Rscript make.R <folder> <seed>
# Without the package fgsea the p values come from random sets in base R; sets too extreme for them are left out of those tables.
arguments <- commandArgs(TRUE)
folder <- arguments[1]
set.seed(as.integer(arguments[2]))
has_fgsea <- requireNamespace("fgsea", quietly = TRUE)

digits17 <- function(x) {
  short <- formatC(x, digits = 15, format = "g")
  suppressWarnings(ifelse(is.nan(x), "NaN", ifelse(is.na(x), "NA", ifelse(as.numeric(short) == x, short, formatC(x, digits = 17, format = "g")))))
}
write_table <- function(rows, name) {
  for (column in names(rows)) if (is.double(rows[[column]])) rows[[column]] <- trimws(digits17(rows[[column]]))
  write.table(rows, file.path(folder, name), sep = "\t", quote = FALSE, row.names = FALSE)
}

# --- ranking, sets, lists ----------------------------------------------------------------------------------------------
n <- 2030
genes <- sprintf("G%04d", seq_len(n))
sizes <- c(5, 8, 12, 15, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 300, sample(12:250, 30, TRUE))
members <- lapply(sizes, function(k) sample(genes, k))
names(members) <- sprintf("SET%02d", seq_along(members))
statistics <- setNames(rnorm(n), genes)
for (i in c(6, 10, 13, 16, 20, 25, 30)) {
  statistics[members[[i]]] <- statistics[members[[i]]] + sample(c(-1, 1), 1)
}
statistics <- round(statistics, 6)
tied <- round(statistics, 1)
by_rank <- names(sort(statistics, decreasing = TRUE))
sets <- c(members, list(
  ONE = "G0007", PARTLY = c(sample(genes, 9), "ABSENT1", "ABSENT2"), NONE = c("ABSENT1", "ABSENT3"),
  TOP6 = head(by_rank, 6), BOTTOM6 = rev(tail(by_rank, 6)), MIX = c(head(by_rank, 6), rev(tail(by_rank, 6)))
))
queries <- list(
  top200 = head(by_rank, 200), random100 = sample(genes, 100), tiny = genes[1:3], absent = c("ABSENT1", "X"), all = genes
)
write_table(data.frame(gene = genes, stat = unname(statistics)), "ranks.tsv")
write_table(data.frame(gene = genes, stat = unname(tied)), "ranks_ties.tsv")
writeLines(vapply(names(sets), function(s) paste(c(s, "golden", sets[[s]]), collapse = "\t"), ""), file.path(folder, "sets.gmt"))
write_table(data.frame(query = rep(names(queries), lengths(queries)), gene = unlist(queries, use.names = FALSE)), "ora_queries.tsv")

# --- scores ------------------------------------------------------------------------------------------------------------
deviations <- function(weights, positions) {
  k <- length(positions)
  r <- weights[positions]
  steps <- if (sum(r) == 0) rep(1 / k, k) else r / sum(r)
  tops <- cumsum(steps) - (positions - seq_len(k)) / (length(weights) - k)
  c(max(tops), min(tops - steps))
}
larger <- function(d) if (abs(d[1] + d[2]) < 1e-12) 0 else if (d[1] > -d[2]) d[1] else d[2]
ranked <- function(s) s[order(s, decreasing = TRUE, method = "radix")]
positions_in <- function(order, set) sort(match(intersect(set, names(order)), names(order)))
present <- Filter(function(s) any(s %in% genes), sets)
score <- function(s, exponent = 1, of = larger) {
  order <- ranked(s)
  vapply(present, function(set) of(deviations(abs(order)^exponent, positions_in(order, set))), 0)
}
es <- data.frame(
  set = names(present), size = vapply(present, function(s) sum(s %in% genes), 1L),
  ES_p1 = score(statistics), ES_p0 = score(statistics, 0), ES_p0.5 = score(statistics, 0.5), ES_p2 = score(statistics, 2),
  ES_pos = score(statistics, of = function(d) d[1]), ES_neg = score(statistics, of = function(d) d[2]), ES_ties = score(tied)
)
es$ES_fgsea <- if (has_fgsea) {
  r <- fgsea::fgseaSimple(present, statistics, nperm = 10, minSize = 1)
  r$ES[match(es$set, r$pathway)]
} else es$ES_p1
write_table(es, "expected_es.tsv")

# --- p values ----------------------------------------------------------------------------------------------------------
order <- ranked(statistics)
leading_edge <- function(set) {
  p <- positions_in(order, set)
  d <- deviations(abs(order), p)
  k <- length(p)
  r <- abs(order)[p]
  tops <- cumsum(r) / sum(r) - (p - seq_len(k)) / (length(order) - k)
  bottoms <- tops - r / sum(r)
  at <- if (larger(d) > 0) seq_len(which.max(tops)) else rev(seq(which.min(bottoms), k))
  paste(names(order)[p[at]], collapse = ",")
}
if (has_fgsea) {
  multilevel <- function(...) {
    r <- fgsea::fgseaMultilevel(present, statistics, eps = 0, sampleSize = 101, minSize = 1, nproc = 1, ...)
    r[match(es$set, r$pathway), ]
  }
  runs <- lapply(1:10, function(i) multilevel())
  log10p <- sapply(runs, function(r) log10(r$pval))
  nes <- sapply(runs, function(r) r$NES)
  padj <- runs[[1]]$padj
  simple <- fgsea::fgseaSimple(present, statistics, nperm = 1e5, minSize = 1, nproc = 1)
  simple <- simple[match(es$set, simple$pathway), c("ES", "NES", "pval", "nMoreExtreme", "size")]
  one_sided <- lapply(c(pos = "pos", neg = "neg"), function(side) {
    r <- multilevel(scoreType = side)
    data.frame(ES = r$ES, log10p = log10(r$pval), log2err = r$log2err, NES = r$NES)
  })
} else {
  permutations <- 20000
  null <- lapply(unique(es$size), function(k) replicate(permutations, deviations(abs(order), sort(sample.int(n, k)))))
  names(null) <- unique(es$size)
  against <- function(i, observed, scores) {
    side <- if (observed > 0) scores >= 0 else scores <= 0
    beyond <- if (observed > 0) scores >= observed else scores <= observed
    c(p = (sum(beyond) + 1) / (sum(side) + 1), nes = observed / mean(abs(scores[side])), beyond = sum(beyond), side = sum(side))
  }
  two_sided <- function(columns) {
    sapply(seq_len(nrow(es)), function(i) against(i, es$ES_p1[i], apply(null[[as.character(es$size[i])]][, columns], 2, larger)))
  }
  batches <- lapply(split(seq_len(permutations), rep(1:10, each = permutations / 10)), two_sided)
  log10p <- sapply(batches, function(b) log10(b["p", ]))
  nes <- sapply(batches, function(b) b["nes", ])
  padj <- p.adjust(batches[[1]]["p", ], "BH")
  everything <- two_sided(seq_len(permutations))
  simple <- data.frame(
    ES = es$ES_p1, NES = everything["nes", ], pval = everything["p", ], nMoreExtreme = everything["beyond", ], size = es$size
  )
  log10p[everything["beyond", ] < 200, ] <- NA
  one_sided <- lapply(c(pos = 1, neg = 2), function(row) {
    observed <- if (row == 1) es$ES_pos else es$ES_neg
    r <- sapply(seq_len(nrow(es)), function(i) {
      scores <- null[[as.character(es$size[i])]][row, 1:1000]
      beyond <- sum(abs(scores) >= abs(observed[i]))
      c((beyond + 1) / 1001, observed[i] / mean(abs(scores)), beyond)
    })
    log2err <- sqrt(trigamma(r[3, ] + 1) - trigamma(1001)) / log(2)
    data.frame(ES = observed, log10p = ifelse(r[3, ] < 50, NA, log10(r[1, ])), log2err = log2err, NES = r[2, ])
  })
}
p <- data.frame(
  set = es$set, size = es$size, ES = es$ES_fgsea, log10p_mean = rowMeans(log10p), log10p_sd = apply(log10p, 1, sd),
  log10p_min = apply(log10p, 1, min), log10p_max = apply(log10p, 1, max), NES_mean = rowMeans(nes), NES_sd = apply(nes, 1, sd),
  padj_run1 = padj, leading_edge = vapply(present, leading_edge, "")
)
write_table(p[!is.na(p$log10p_mean), ], "expected_p.tsv")
write_table(cbind(set = es$set, simple), "expected_simple_100k.tsv")
for (side in names(one_sided)) {
  rows <- cbind(set = es$set, one_sided[[side]])
  write_table(rows[!is.na(rows$log10p), ], sprintf("expected_p_%s.tsv", side))
}

# --- over-representation -----------------------------------------------------------------------------------------------
ora <- do.call(rbind, lapply(names(queries), function(query) {
  k <- sum(genes %in% queries[[query]])
  m <- vapply(sets, function(s) sum(s %in% genes), 1L)
  q <- vapply(sets, function(s) sum(s %in% queries[[query]] & s %in% genes), 1L)
  odds <- vapply(seq_along(sets), function(i) {
    unname(fisher.test(matrix(c(q[i], m[i] - q[i], k - q[i], n - m[i] - k + q[i]), 2))$estimate)
  }, 0)
  upper <- phyper(q - 1, m, n - m, k, lower.tail = FALSE)
  data.frame(
    query = query, set = names(sets), overlap = q, set_size = m, query_size = k, universe = n, p = upper,
    fold = q * n / (m * k), or_cond_mle = odds, padj = p.adjust(upper, "BH")
  )
}))
write_table(ora, "expected_ora.tsv")
