# The files of the workloads, and the list that the other files add their calculations to: jobs[[workload]][[variant]] is a function
# that loads what is needed and returns the calculation, which returns a number to compare with other programs.
jobs <- list()
scaled_by <- 1

data_file <- function(...) file.path(folder, sprintf(...))

named_matrix <- function(file) {
  d <- fread(file, sep = "\t", showProgress = FALSE)
  m <- as.matrix(d[, -1])
  rownames(m) <- d[[1]]
  m
}

expression <- function() named_matrix(data_file("expr_%s.tsv", size))
samples <- function() as.data.frame(fread(data_file("samples_%s.tsv", size)))
survival_times <- function() {
  s <- samples()
  survival::Surv(s$time, s$status)
}

gene_sets <- function(count) {
  lines <- strsplit(readLines(data_file("sets_1000.gmt"), count), "\t")
  setNames(lapply(lines, `[`, -(1:2)), vapply(lines, `[`, "", 1))
}

subset_size <- function() as.integer(Sys.getenv("SUBSET", "0"))

# The first genes only, if SUBSET says so.
part <- function(m) {
  k <- subset_size()
  if (k == 0 || k >= nrow(m)) return(m)
  scaled_by <<- nrow(m) / k
  m[seq_len(k), , drop = FALSE]
}

need <- function(package) {
  if (!requireNamespace(package, quietly = TRUE)) stop("package not installed: ", package)
}
