# Makes families of p values from a seed, what p.adjust says about them, and their combinations.
# usage: Rscript make.R <folder> <seed>
arguments <- commandArgs(TRUE)
folder <- arguments[1]
set.seed(as.integer(arguments[2]))

digits17 <- function(x) {
  short <- formatC(x, digits = 15, format = "g", width = 1)
  ifelse(is.nan(x), "NaN", ifelse(is.na(x), "NA", ifelse(as.numeric(short) == x, short, formatC(x, digits = 17, format = "g", width = 1))))
}
write_table <- function(rows, name) {
  for (column in names(rows)) if (is.double(rows[[column]])) rows[[column]] <- suppressWarnings(digits17(rows[[column]]))
  write.table(rows, file.path(folder, name), sep = "\t", quote = FALSE, row.names = FALSE)
}

families <- list(
  plain = runif(12),
  small = c(runif(20)^6, 1e-200, 1e-12),
  ties = round(runif(25)^2, 2),
  missing = ifelse(runif(20) < 0.25, NA, runif(20)^3),
  ends = c(0, 1, runif(6)),
  single = runif(1),
  large = runif(150)^4
)
adjusted <- do.call(rbind, lapply(names(families), function(case) {
  p <- families[[case]]
  data.frame(case = case, i = seq_along(p), p = p, BH = p.adjust(p, "BH"), BY = p.adjust(p, "BY"),
    holm = p.adjust(p, "holm"), hochberg = p.adjust(p, "hochberg"), hommel = p.adjust(p, "hommel"),
    bonferroni = p.adjust(p, "bonferroni"))
}))
write_table(adjusted, "expected.tsv")

combined <- do.call(rbind, lapply(c(1, 1, 2, 4, 6), function(power) {
  p <- runif(sample(2:9, 1))^power
  data.frame(
    p = paste(digits17(p), collapse = ","),
    fisher_p = pchisq(-2 * sum(log(p)), 2 * length(p), lower.tail = FALSE),
    stouffer_p = pnorm(sum(qnorm(p, lower.tail = FALSE)) / sqrt(length(p)), lower.tail = FALSE),
    cauchy_acat_p = pcauchy(mean(tan((0.5 - p) * pi)), lower.tail = FALSE)
  )
}))
write_table(combined, "expected_combine.tsv")
