# Times one reference implementation. usage: Rscript time-r.R DATA_DIR RESULT_TSV WORKLOAD IMPL SIZE [max_reps]
# Wall/user/sys are of the computation alone (data already in memory, except workload "read");
# user counts all threads and children; peak_MB is the high-water RSS of this process during the computation.
suppressMessages({library(data.table); library(matrixStats)})
a <- commandArgs(TRUE); D <- a[1]; OUT <- a[2]; W <- a[3]; I <- a[4]; S <- a[5]; MAXREP <- if (length(a) > 5) as.integer(a[6]) else 3L
PEER_LIB <- Sys.getenv("PEER_LIB"); if (nzchar(PEER_LIB)) .libPaths(c(PEER_LIB, .libPaths()))  # extra peers, if present
f <- function(...) file.path(D, sprintf(...))
mat <- function(file) { d <- fread(file, sep = "\t", showProgress = FALSE); m <- as.matrix(d[, -1]); rownames(m) <- d[[1]]; m }
E <- function() mat(f("expr_%s.tsv", S)); smp <- function() as.data.frame(fread(f("samples_%s.tsv", S)))
gmt <- function(k) { x <- strsplit(readLines(f("sets_1000.gmt"), k), "\t"); setNames(lapply(x, `[`, -(1:2)), vapply(x, `[`, "", 1)) }
sub_n <- function(m) { k <- as.integer(Sys.getenv("SUBSET", "0")); if (k > 0 && k < nrow(m)) m[seq_len(k), , drop = FALSE] else m }
note <- ""; scale <- 1
subset_genes <- function(m) { x <- sub_n(m); if (nrow(x) < nrow(m)) { scale <<- nrow(m) / nrow(x); note <<- sprintf("timed on %d genes, times x%g", nrow(x), scale) }; x }
hwm <- function() as.numeric(gsub("\\D", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
reset <- function() try(cat("5", file = "/proc/self/clear_refs"), silent = TRUE)
check <- NULL

blas_limma <- function(m, X) {              # our own BLAS-level lmFit: the strongest R variant for complete data
  q <- qr(X); Q <- qr.Q(q); Ri <- backsolve(qr.R(q), diag(ncol(X))); ef <- m %*% Q; df <- nrow(X) - ncol(X)
  s2 <- pmax(0, rowSums(m * m) - rowSums(ef * ef)) / df; cc <- tcrossprod(Ri)
  su <- matrix(sqrt(diag(cc)), nrow(m), ncol(X), byrow = TRUE); co <- ef %*% t(Ri); dimnames(co) <- dimnames(su) <- list(rownames(m), colnames(X))
  new("MArrayLM", list(coefficients = co, stdev.unscaled = su, sigma = sqrt(s2), df.residual = rep(df, nrow(m)), cov.coefficients = cc,
    Amean = rowMeans2(m), design = X, rank = ncol(X), pivot = seq_len(ncol(X)), method = "ls"))
}
design <- function(kind) { s <- smp(); switch(kind, two = model.matrix(~group, s), cov3 = model.matrix(~group + age + er + batch, s), paired = model.matrix(~pair + group, s)) }
limma_job <- function(kind, fit = limma::lmFit) { suppressMessages(library(limma)); m <- E(); X <- design(kind); cf <- which(colnames(X) == "groupB")
  function() { t <- topTable(eBayes(fit(m, X)), coef = cf, number = Inf, sort.by = "none"); sum(t$t) } }
auc_fast <- function(m, g) {                # AUC + DeLong SE for all rows from three rank passes
  A <- which(!g); B <- which(g); ra <- rowRanks(m, ties.method = "average")
  v1 <- (ra[, B] - rowRanks(m, cols = B, ties.method = "average")) / length(A)
  v0 <- (ra[, A] - rowRanks(m, cols = A, ties.method = "average")) / length(B)
  auc <- rowMeans2(v1); se <- sqrt(rowVars(v1) / length(B) + rowVars(v0) / length(A))
  cbind(auc, pmax(0, auc - qnorm(.975) * se), pmin(1, auc + qnorm(.975) * se))
}
logrank_fast <- function(m, time, status) { # all rows at once
  o <- order(-time); tm <- time[o]; st <- status[o]; g <- (m > rowMedians(m))[, o] + 0
  last <- which(!duplicated(tm, fromLast = TRUE)); d <- diff(c(0, cumsum(st)[last])); k <- d > 0; n <- last[k]; d <- d[k]
  n1 <- rowCumsums(g)[, last[k], drop = FALSE]; O <- g %*% st; Ex <- n1 %*% (d / n)
  w <- ifelse(n > 1, d * (n - d) / (n^2 * (n - 1)), 0); V <- n1 %*% (n * w) - (n1 * n1) %*% w; (O - Ex)^2 / V
}
reml_fast <- function(Y, V) {               # REML + HKSJ for all rows at once, Fisher scoring
  k <- ncol(Y); t2 <- pmax(0, (rowSums((Y - rowMeans(Y))^2) - rowSums(V) * (1 - 1 / k)) / (k - 1)); act <- rep(TRUE, nrow(Y))
  for (it in 1:200) { y <- Y[act, , drop = FALSE]; w <- 1 / (V[act, , drop = FALSE] + t2[act]); sw <- rowSums(w); mu <- rowSums(w * y) / sw; w2 <- rowSums(w^2); w3 <- rowSums(w^3)
    trP <- sw - w2 / sw; trPP <- w2 - 2 * w3 / sw + (w2 / sw)^2; d <- (rowSums(w^2 * (y - mu)^2) - trP) / trPP; n <- pmax(0, t2[act] + d)
    ch <- abs(n - t2[act]); t2[act] <- n; act[act] <- ch > 1e-5; if (!any(act)) break }
  w <- 1 / (V + t2); sw <- rowSums(w); mu <- rowSums(w * Y) / sw; s <- sqrt(rowSums(w * (Y - mu)^2) / (k - 1) / sw); cbind(t2, mu, s, 2 * pt(-abs(mu / s), k - 1))
}
ssgsea_fast <- function(m, sets) {          # closed form of the ssGSEA walk as sparse products
  n <- nrow(m); r <- colRanks(m, ties.method = "average", preserveShape = TRUE); r <- trunc(r)
  ix <- lapply(sets, match, rownames(m)); ix <- lapply(ix, function(i) i[!is.na(i)]); k <- lengths(ix)
  M <- Matrix::sparseMatrix(i = rep(seq_along(ix), k), j = unlist(ix), x = 1, dims = c(length(ix), n))
  pos <- n + 1 - apply(r, 2, function(x) { p <- integer(n); p[order(x, decreasing = TRUE)] <- seq_len(n); p }); w <- r^.25
  es <- as.matrix(M %*% (w * pos)) / as.matrix(M %*% w) - (n * (n + 1) / 2 - as.matrix(M %*% pos)) / (n - k); es / diff(range(es))
}
need <- function(p) if (!requireNamespace(p, quietly = TRUE)) stop("peer not installed: ", p)
surv <- function() { s <- smp(); survival::Surv(s$time, s$status) }

jobs <- list(
  read = list(
    fread = function() function() dim(fread(f("expr_%s.tsv", S), sep = "\t", showProgress = FALSE)),
    fread_1thread = function() { setDTthreads(1); function() dim(fread(f("expr_%s.tsv", S), sep = "\t", showProgress = FALSE)) },
    fread_2threads = function() { setDTthreads(2); function() dim(fread(f("expr_%s.tsv", S), sep = "\t", showProgress = FALSE)) },
    fread_gz = function() function() dim(fread(cmd = paste("gzip -dc", shQuote(f("expr_%s.tsv.gz", S))), sep = "\t", showProgress = FALSE)),
    read.delim = function() function() dim(read.delim(f("expr_%s.tsv", S), row.names = 1, check.names = FALSE)),
    read.delim_gz = function() function() dim(read.delim(f("expr_%s.tsv.gz", S), row.names = 1, check.names = FALSE)),
    read.delim_colClasses = function() { n <- ncol(fread(f("expr_%s.tsv", S), nrows = 1)) - 1
      function() dim(read.delim(f("expr_%s.tsv", S), row.names = 1, check.names = FALSE, comment.char = "", quote = "", nrows = 20001, colClasses = c("character", rep("numeric", n)))) }),
  limma_two = list(limma = function() limma_job("two"), own_blas = function() limma_job("two", blas_limma)),
  limma_cov3 = list(limma = function() limma_job("cov3"), own_blas = function() limma_job("cov3", blas_limma)),
  limma_paired = list(limma = function() limma_job("paired"), own_blas = function() limma_job("paired", blas_limma)),
  limma_na1pct = list(limma = function() { suppressMessages(library(limma)); m <- mat(f("expr_medium_na.tsv")); X <- design("two"); function() sum(topTable(eBayes(lmFit(m, X)), 2, Inf, sort.by = "none")$t) }),
  auc_ci = list(
    pROC = function() { suppressMessages(library(pROC)); m <- subset_genes(E()); g <- smp()$group
      function() colSums(t(apply(m, 1, function(x) { r <- roc(g, x, levels = c("A", "B"), direction = "<", quiet = TRUE); c(auc(r), ci.auc(r)) }))) },
    own_rowRanks = function() { m <- E(); g <- smp()$group == "B"; function() colSums(auc_fast(m, g)) }),
  wilcoxon = list(
    wilcox.test = function() { m <- subset_genes(E()); g <- smp()$group == "B"; function() sum(apply(m, 1, function(x) wilcox.test(x[g], x[!g], exact = FALSE)$p.value)) },
    presto = function() { need("presto"); m <- E(); g <- smp()$group; function() sum(presto::wilcoxauc(m, g)$auc) },
    genefilter_rowpAUCs = function() { suppressMessages(library(genefilter)); m <- E(); g <- factor(smp()$group); function() sum(area(rowpAUCs(m, g))) }),
  cox_gene = list(
    coxph = function() { suppressMessages(library(survival)); m <- subset_genes(E()); y <- surv(); function() sum(apply(m, 1, function(x) coef(coxph(y ~ x)))) },
    coxph.fit = function() { suppressMessages(library(survival)); m <- subset_genes(E()); y <- surv(); ct <- coxph.control()
      function() sum(apply(m, 1, function(x) coxph.fit(matrix(x), y, NULL, NULL, NULL, ct, NULL, "efron", NULL, FALSE, NULL)$coefficients)) },
    coxfit6_C = function() { suppressMessages(library(survival)); m <- subset_genes(E()); s <- smp(); ct <- coxph.control(); o <- order(s$time); n <- nrow(s)
      st <- as.integer(s$status[o]); tm <- as.double(s$time[o]); strat <- integer(n); z <- double(n); one <- rep(1, n); cf <- get("Ccoxfit6", asNamespace("survival"))
      function() sum(apply(m[, o], 1, function(x) .Call(cf, as.integer(ct$iter.max), tm, st, matrix(x), z, one, strat, 1L, ct$eps, ct$toler.chol, 0, 1L)$coef)) }),
  cox_cov = list(coxph = function() { suppressMessages(library(survival)); m <- subset_genes(E()); s <- smp(); y <- surv(); function() sum(apply(m, 1, function(x) coef(coxph(y ~ x + age + er, s))[1])) },
    coxph.fit = function() { suppressMessages(library(survival)); m <- subset_genes(E()); s <- smp(); y <- surv(); ct <- coxph.control(); z <- cbind(s$age, s$er)
      function() sum(apply(m, 1, function(x) coxph.fit(cbind(x, z), y, NULL, NULL, NULL, ct, NULL, "efron", NULL, FALSE, NULL)$coefficients[1])) }),
  logrank_gene = list(
    survdiff = function() { suppressMessages(library(survival)); m <- subset_genes(E()); y <- surv(); function() sum(apply(m, 1, function(x) survdiff(y ~ I(x > median(x)))$chisq)) },
    survdiff.fit = function() { suppressMessages(library(survival)); m <- subset_genes(E()); y <- surv(); sf <- get("survdiff.fit", asNamespace("survival"))
      function() sum(apply(m, 1, function(x) { r <- sf(y, (x > median(x)) + 1L, rho = 0); (sum(r$observed[1]) - sum(r$expected[1]))^2 / r$var[1, 1] })) },
    own_matrix = function() { m <- E(); s <- smp(); function() sum(logrank_fast(m, s$time, s$status)) }),
  real_rotterdam = list(
    coxph_multi_x100 = function() { suppressMessages(library(survival)); function() { for (i in 1:100) r <- coxph(Surv(dtime, death) ~ age + meno + size + grade + nodes + pgr + er + hormon + chemo, rotterdam); sum(coef(r)) } },
    survfit_x100 = function() { suppressMessages(library(survival)); function() { for (i in 1:100) r <- survfit(Surv(dtime, death) ~ hormon, rotterdam); sum(r$surv) } },
    survdiff_x100 = function() { suppressMessages(library(survival)); function() { for (i in 1:100) r <- survdiff(Surv(dtime, death) ~ hormon, rotterdam); r$chisq } },
    coxzph_x20 = function() { suppressMessages(library(survival)); fit <- coxph(Surv(dtime, death) ~ age + meno + size + grade + nodes + pgr + er + hormon + chemo, rotterdam); function() { for (i in 1:20) r <- cox.zph(fit); sum(r$table[, 1]) } }),
  real_gbsg = list(
    coxph_multi_x100 = function() { suppressMessages(library(survival)); function() { for (i in 1:100) r <- coxph(Surv(rfstime, status) ~ age + meno + size + grade + nodes + pgr + er + hormon, gbsg); sum(coef(r)) } },
    survfit_x100 = function() { suppressMessages(library(survival)); function() { for (i in 1:100) r <- survfit(Surv(rfstime, status) ~ hormon, gbsg); sum(r$surv) } }),
  gsea = list(
    fgseaMultilevel = function() { need("fgsea"); p <- gmt(1000); d <- fread(f("ranks_20000.tsv")); st <- setNames(d$stat, d$gene)
      function() { set.seed(1); r <- fgsea::fgseaMultilevel(p, st, minSize = 15, maxSize = 500, eps = 0, nproc = 1); check <<- min(r$pval, na.rm = TRUE); sum(r$ES) } },
    fgseaMultilevel_2proc = function() { need("fgsea"); p <- gmt(1000); d <- fread(f("ranks_20000.tsv")); st <- setNames(d$stat, d$gene)
      function() { set.seed(1); sum(fgsea::fgseaMultilevel(p, st, minSize = 15, maxSize = 500, eps = 0, nproc = 2)$ES) } },
    fgseaSimple_1000 = function() { need("fgsea"); p <- gmt(1000); d <- fread(f("ranks_20000.tsv")); st <- setNames(d$stat, d$gene)
      function() { set.seed(1); sum(suppressWarnings(fgsea::fgseaSimple(p, st, nperm = 1000, minSize = 15, maxSize = 500, nproc = 1))$ES) } },
    fgseaSimple_10000 = function() { need("fgsea"); p <- gmt(1000); d <- fread(f("ranks_20000.tsv")); st <- setNames(d$stat, d$gene)
      function() { set.seed(1); sum(suppressWarnings(fgsea::fgseaSimple(p, st, nperm = 10000, minSize = 15, maxSize = 500, nproc = 1))$ES) } },
    limma_camera = function() { suppressMessages(library(limma)); S <<- "medium"; m <- E(); X <- design("two"); ix <- ids2indices(gmt(1000), rownames(m)); function() sum(camera(m, ix, X)$PValue) }),
  ora = list(
    fora = function() { need("fgsea"); p <- gmt(1000); q <- fread(f("ora_query_500.tsv"))$gene; u <- fread(f("ranks_20000.tsv"))$gene; function() { for (i in 1:10) r <- fgsea::fora(p, q, u); sum(r$pval) / 1 } },
    own_phyper = function() { p <- gmt(1000); q <- fread(f("ora_query_500.tsv"))$gene; u <- fread(f("ranks_20000.tsv"))$gene
      function() { for (i in 1:10) { l <- lengths(p); k <- vapply(relist(match(unlist(p), q, 0L) > 0L, p), sum, 1L); r <- phyper(k - 1, l, length(u) - l, length(q), lower.tail = FALSE); ad <- p.adjust(r, "BH") }; sum(r) } }),
  gsva = c(lapply(setNames(nm = c("gsva", "ssgsea", "zscore", "plage")), function(k) function() { suppressMessages(library(GSVA)); m <- E(); p <- gmt(200)
      function() sum(suppressWarnings(gsva(m, p, method = k, kcdf = "Gaussian", parallel.sz = 1L, verbose = FALSE))) }),
    list(gsva_2proc = function() { suppressMessages(library(GSVA)); m <- E(); p <- gmt(200); function() sum(gsva(m, p, method = "gsva", kcdf = "Gaussian", parallel.sz = 2L, verbose = FALSE)) },
      ssgsea_own_sparse = function() { m <- E(); p <- gmt(200); function() sum(ssgsea_fast(m, p)) })),
  nnls = list(
    deconv_nnls = function() { library(nnls); A <- mat(f("sig_547x22.tsv")); B <- mat(f("bulk_547x500.tsv")); function() sum(apply(B, 2, function(b) nnls(A, b)$x)) },
    deconv_nnls_x20 = function() { library(nnls); A <- mat(f("sig_547x22.tsv")); B <- mat(f("bulk_547x500.tsv")); function() { for (i in 1:20) r <- apply(B, 2, function(b) nnls(A, b)$x); sum(r) } },
    deconv_nusvr_e1071 = function() { library(e1071); A <- mat(f("sig_547x22.tsv")); B <- mat(f("bulk_547x500.tsv")); A <- (A - mean(A)) / sd(A)
      function() sum(apply(B, 2, function(b) { b <- as.vector(scale(b)); best <- Inf; w <- 0; for (nu in c(.25, .5, .75)) { s <- svm(A, b, type = "nu-regression", kernel = "linear", nu = nu, scale = FALSE); c1 <- pmax(0, drop(crossprod(s$coefs, s$SV))); e <- sqrt(mean((A %*% (c1 / sum(c1)) - b)^2)); if (e < best) { best <- e; w <- c1 / sum(c1) } }; w[1] })) },
    sbs_nnls = function() { library(nnls); A <- mat(f("sbs_96x60.tsv")); B <- mat(f("sbs_counts_96x500.tsv")); function() sum(apply(B, 2, function(b) nnls(A, b)$x)) },
    sbs_nnls_x20 = function() { library(nnls); A <- mat(f("sbs_96x60.tsv")); B <- mat(f("sbs_counts_96x500.tsv")); function() { for (i in 1:20) r <- apply(B, 2, function(b) nnls(A, b)$x); sum(r) } }),
  meta = list(
    metafor_REML_HKSJ = function() { suppressMessages(library(metafor)); d <- fread(f("meta_10000x8.tsv")); Y <- matrix(d$yi, ncol = 8, byrow = TRUE); V <- matrix(d$vi, ncol = 8, byrow = TRUE)
      k <- as.integer(Sys.getenv("SUBSET", "0")); if (k > 0) { scale <<- 10000 / k; note <<- sprintf("timed on %d, times x%g", k, scale) } else k <- 10000
      function() sum(vapply(seq_len(k), function(i) tryCatch(rma.uni(Y[i, ], V[i, ], method = "REML", test = "knha")$b[1], error = function(e) NA_real_), 0), na.rm = TRUE) },
    own_matrix_REML = function() { d <- fread(f("meta_10000x8.tsv")); Y <- matrix(d$yi, ncol = 8, byrow = TRUE); V <- matrix(d$vi, ncol = 8, byrow = TRUE); function() sum(reml_fast(Y, V)[, 2]) }),
  counts = list(
    DESeq2 = function() { suppressMessages(library(DESeq2)); m <- mat(f("counts_20000x100.tsv")); storage.mode(m) <- "integer"; s <- as.data.frame(fread(f("samples_counts.tsv"))); s$group <- factor(s$group); s$batch <- factor(s$batch)
      function() { d <- DESeq(DESeqDataSetFromMatrix(m, s, ~batch + group), quiet = TRUE); sum(results(d)$stat, na.rm = TRUE) } },
    edgeR_QL = function() { suppressMessages(library(edgeR)); m <- mat(f("counts_20000x100.tsv")); s <- as.data.frame(fread(f("samples_counts.tsv"))); X <- model.matrix(~batch + group, s)
      function() { y <- calcNormFactors(DGEList(m)); y <- y[filterByExpr(y, X), , keep.lib.sizes = FALSE]; y <- estimateDisp(y, X); sum(glmQLFTest(glmQLFit(y, X), coef = 3)$table$F) } },
    voom = function() { suppressMessages(library(edgeR)); m <- mat(f("counts_20000x100.tsv")); s <- as.data.frame(fread(f("samples_counts.tsv"))); X <- model.matrix(~batch + group, s)
      function() { y <- calcNormFactors(DGEList(m)); y <- y[filterByExpr(y, X), , keep.lib.sizes = FALSE]; sum(topTable(eBayes(lmFit(voom(y, X), X)), coef = 3, number = Inf, sort.by = "none")$t) } }),
  normalize = list(
    limma_quantile = function() { suppressMessages(library(limma)); m <- E(); function() sum(normalizeQuantiles(m)[1, ]) }),
  cor_one_vs_all = list(
    pearson_cor = function() { m <- E(); function() { r <- cor(m[1, ], t(m))[1, ]; sum(2 * pt(-abs(r[-1]) * sqrt((ncol(m) - 2) / (1 - r[-1]^2)), ncol(m) - 2)) } },
    spearman_rowRanks = function() { m <- E(); function() { k <- rowRanks(m, ties.method = "average"); sum(cor(k[1, ], t(k))) } },
    cor.test_spearman = function() { m <- subset_genes(E()); x <- m[1, ]; function() sum(apply(m, 1, function(y) cor.test(x, y, method = "spearman", exact = FALSE)$p.value)) }),
  cor_2000_genes = list(pearson_cor = function() { m <- t(E()[1:2000, ]); function() sum(cor(m)) },
    own_blas = function() { m <- t(E()[1:2000, ]); function() { z <- scale(m) / sqrt(nrow(m) - 1); sum(crossprod(z)) } }),
  glmnet = list(
    logistic_path = function() { suppressMessages(library(glmnet)); m <- t(E()); y <- smp()$er; function() { r <- glmnet(m, y, family = "binomial"); length(r$lambda) } },
    cox_path = function() { suppressMessages(library(glmnet)); m <- t(E()); s <- smp(); y <- survival::Surv(s$time, s$status); function() length(glmnet(m, y, family = "cox")$lambda) })
)
prep <- jobs[[W]][[I]]; if (is.null(prep)) { if (W == "list") { for (w in names(jobs)) cat(w, names(jobs[[w]]), "\n"); quit() }; stop("no such workload/implementation") }
fun <- prep(); invisible(gc(FALSE)); r <- 0
repeat {
  reset(); t <- system.time(v <- fun(), gcFirst = TRUE); pk <- hwm(); r <- r + 1
  line <- sprintf("%s\t%s\t%s\t%d\t%.4f\t%.4f\t%.4f\t%.0f\t%s\t%s", W, I, S, r, t[["elapsed"]] * scale, (t[["user.self"]] + t[["user.child"]]) * scale, (t[["sys.self"]] + t[["sys.child"]]) * scale, pk,
    paste(format(v, digits = 12), collapse = ","), note)
  cat(line, "\n"); cat(line, "\n", file = OUT, append = TRUE, sep = ""); if (r >= MAXREP || t[["elapsed"]] > 20) break
}
