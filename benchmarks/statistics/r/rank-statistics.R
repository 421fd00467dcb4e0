# AUC and DeLong interval of all rows from three passes over ranks: the strongest form in R.
auc_by_ranks <- function(m, case) {
  controls <- which(!case)
  cases <- which(case)
  pooled <- rowRanks(m, ties.method = "average")
  v1 <- (pooled[, cases] - rowRanks(m, cols = cases, ties.method = "average")) / length(controls)
  v0 <- (pooled[, controls] - rowRanks(m, cols = controls, ties.method = "average")) / length(cases)
  auc <- rowMeans2(v1)
  se <- sqrt(rowVars(v1) / length(cases) + rowVars(v0) / length(controls))
  cbind(auc, pmax(0, auc - qnorm(.975) * se), pmin(1, auc + qnorm(.975) * se))
}

# The Wilcoxon test of all rows from ranks, with the variance corrected for ties.
wilcoxon_by_ranks <- function(m, case) {
  r <- rowRanks(m, ties.method = "average")
  n <- ncol(m)
  k <- sum(case)
  u <- rowSums2(r, cols = which(case)) - k * (k + 1) / 2
  # Tied ranks have a smaller sum of squares than 1..n; the deficit is sum(t^3 - t) / 12.
  ties <- n * (n + 1) * (2 * n + 1) / 6 - rowSums2(r^2)
  z <- u - k * (n - k) / 2
  z <- (z - sign(z) / 2) / sqrt(k * (n - k) / 12 * (n + 1 - 12 * ties / (n * (n - 1))))
  2 * pnorm(-abs(z))
}

jobs$auc_ci <- list(
  pROC = function() {
    suppressMessages(library(pROC))
    m <- part(expression())
    g <- samples()$group
    function() {
      colSums(t(apply(m, 1, function(x) {
        r <- roc(g, x, levels = c("A", "B"), direction = "<", quiet = TRUE)
        c(auc(r), ci.auc(r))
      })))
    }
  },
  own_rowRanks = function() {
    m <- expression()
    g <- samples()$group == "B"
    function() colSums(auc_by_ranks(m, g))
  }
)

jobs$wilcoxon <- list(
  wilcox.test = function() {
    m <- part(expression())
    g <- samples()$group == "B"
    function() sum(apply(m, 1, function(x) wilcox.test(x[g], x[!g], exact = FALSE)$p.value))
  },
  own_rowRanks = function() {
    m <- expression()
    g <- samples()$group == "B"
    function() sum(wilcoxon_by_ranks(m, g))
  },
  presto = function() {
    need("presto")
    m <- expression()
    g <- samples()$group
    function() sum(presto::wilcoxauc(m, g)$auc)
  }
)

jobs$cor_one_vs_all <- list(
  pearson_cor = function() {
    m <- expression()
    function() {
      r <- cor(m[1, ], t(m))[1, -1]
      sum(2 * pt(-abs(r) * sqrt((ncol(m) - 2) / (1 - r^2)), ncol(m) - 2))
    }
  },
  spearman_rowRanks = function() {
    m <- expression()
    function() {
      r <- rowRanks(m, ties.method = "average")
      sum(cor(r[1, ], t(r)))
    }
  },
  cor.test_spearman = function() {
    m <- part(expression())
    x <- m[1, ]
    function() sum(apply(m, 1, function(y) cor.test(x, y, method = "spearman", exact = FALSE)$p.value))
  }
)
