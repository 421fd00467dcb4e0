# Calls distribution functions of R on a grid with random points from a seed, and power.t.test and power.prop.test.
# usage: Rscript make.R <folder> <seed>
arguments <- commandArgs(TRUE)
folder <- arguments[1]
set.seed(as.integer(arguments[2]))

digits17 <- function(x) {
  short <- formatC(x, digits = 15, format = "g", width = 1)
  ifelse(is.na(x), "NA", ifelse(as.numeric(short) == x, short, formatC(x, digits = 17, format = "g", width = 1)))
}
rows <- list()
# One call per row of the grid; the arguments are passed as they are written.
call_all <- function(.name, ...) {
  grid <- expand.grid(..., stringsAsFactors = FALSE)
  fn <- eval(parse(text = .name))
  for (i in seq_len(nrow(grid))) {
    arguments <- as.list(grid[i, , drop = FALSE])
    attr(arguments, "out.attrs") <- NULL
    written <- paste(names(arguments), vapply(arguments, function(a) if (is.logical(a)) as.character(a) else digits17(a), ""), sep = "=", collapse = ",")
    rows[[length(rows) + 1]] <<- data.frame(fn = .name, args = written, value = digits17(do.call(fn, arguments)))
  }
}
both <- c(TRUE, FALSE)
some <- function(n, sd) round(rnorm(n, 0, sd), 3)

call_all("pnorm", q = c(-37, -10, -3, 0, some(3, 3), 9, 36), lower.tail = both, log.p = FALSE)
call_all("pnorm", q = c(-400, -38, 2, some(2, 30), 40), lower.tail = both, log.p = TRUE)
call_all("qnorm", p = c(1e-200, 1e-10, 0.025, 0.5, round(runif(2), 3), 0.999))
call_all("pt", q = c(-40, -5, -0.5, 0, some(3, 2), 12, 300), df = c(1, 2.5, 7, 200, 1e6), lower.tail = both)
call_all("pt", q = c(-60, some(1, 20), 60), df = c(3, 200, 1e5), lower.tail = both, log.p = TRUE)
call_all("qt", p = c(1e-12, 0.025, 0.3, round(runif(1), 3), 0.975), df = c(1, 3.4, 11, 500))
call_all("pchisq", q = c(0.1, 3.84, 50, 800, round(rexp(3, 0.1), 3)), df = c(1, 2, 5.5, 100), lower.tail = both)
call_all("qchisq", p = c(1e-8, 0.05, 0.5, 0.95, 1 - 1e-8), df = c(0.5, 1, 7, 60))
call_all("pf", q = c(0.3, 1, 5, 80, round(rexp(2, 0.5), 3)), df1 = c(1, 2, 12.5), df2 = c(2, 9, 150.5, 1e5), lower.tail = both)
call_all("qf", p = c(0.01, 0.5, 0.99), df1 = c(2, 5), df2 = c(7, 90))
call_all("pbeta", q = c(0.001, 0.2, 0.7, 1, round(runif(3), 3)), shape1 = c(0.5, 3, 40), shape2 = c(0.3, 1, 200), lower.tail = both)
call_all("qbeta", p = c(0.025, 0.5, 0.975), shape1 = c(0.5, 3, 40), shape2 = c(1, 8))
call_all("pgamma", q = c(0.01, 1, 9, 60), shape = c(0.2, 1, 8.3, 50), lower.tail = both)
call_all("qgamma", p = c(0.001, 0.5, 0.99), shape = c(0.3, 2, 40))
call_all("pbinom", q = c(0, 3, 17, 60), size = c(20, 100, 1000), prob = c(0.01, 0.3, 0.8), lower.tail = both)
call_all("dbinom", x = c(0, 3, 17), size = c(20, 1000), prob = c(0.01, 0.3))
call_all("ppois", q = c(0, 3, 50), lambda = c(0.1, 4, 60), lower.tail = both)
call_all("phyper", q = c(0, 3, 12, 45), m = c(15, 200), n = c(1000, 19500), k = c(50, 500), lower.tail = both)
call_all("dhyper", x = c(0, 3, 12), m = c(15, 200), n = c(1000, 19500), k = c(50, 500))
call_all("dnbinom", x = c(0, 5, 200, 5000), size = c(0.1, 2, 100), mu = c(0.5, 20, 3000), log = both)
call_all("pwilcox", q = c(0, 10, 60), m = c(5, 12), n = c(4, 20))
call_all("psignrank", q = c(0, 10, 60), n = c(5, 18))
call_all("ptukey", q = c(1, 3.5, 6), nmeans = c(2, 3, 6), df = c(10, 60), lower.tail = FALSE)
call_all("lgamma", x = c(1e-5, 0.5, 1, 3.3, 171, 1e6))
call_all("digamma", x = c(1e-5, 0.5, 1, 3.3, 171, 1e6))
call_all("trigamma", x = c(1e-5, 0.5, 1, 3.3, 171, 1e6))
call_all("limma::trigammaInverse", x = c(1e-7, 0.01, 0.3, 1, 5, 1e4))
write.table(do.call(rbind, rows), file.path(folder, "expected.tsv"), sep = "\t", quote = FALSE, row.names = FALSE)

power <- data.frame(n_per_group = sample(8:60, 4), delta = round(runif(4, 0.3, 1.3), 2), sd = round(runif(4, 0.8, 1.5), 2), sig = c(0.05, 0.05, 0.01, 0.001))
power$power_t <- mapply(function(n, d, s, a) power.t.test(n, d, s, a)$power, power$n_per_group, power$delta, power$sd, power$sig)
power$n_for_80 <- mapply(function(d, s, a) power.t.test(NULL, d, s, a, 0.8)$n, power$delta, power$sd, power$sig)
power$`power_prop_.3_.5` <- mapply(function(n, a) power.prop.test(n, 0.3, 0.5, a)$power, power$n_per_group, power$sig)
for (column in names(power)) power[[column]] <- digits17(power[[column]])
write.table(power, file.path(folder, "expected_power.tsv"), sep = "\t", quote = FALSE, row.names = FALSE)
