# Times one calculation of R.
# usage: Rscript time.R <data folder> <table to append to> <workload> <variant> <size> [most runs]
#
# Wall, user and system seconds are those of the calculation alone, with the data in memory (but for the workload "read"); user time
# counts all threads and child processes. peak_MB is the most memory the process held during the calculation (Linux).
# PEER_LIB names a folder of further packages. SUBSET limits slow variants to the first genes; their time is then scaled up.
suppressMessages({
  library(data.table)
  library(matrixStats)
})

arguments <- commandArgs(TRUE)
folder <- arguments[1]
table_file <- arguments[2]
workload <- arguments[3]
variant <- arguments[4]
size <- arguments[5]
most_runs <- if (length(arguments) > 5) as.integer(arguments[6]) else 3L

peers <- Sys.getenv("PEER_LIB")
if (nzchar(peers)) .libPaths(c(peers, .libPaths()))

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
for (file in c("data.R", "reading.R", "linear-models.R", "rank-statistics.R", "survival.R", "enrichment.R",
               "sample-scores.R", "mixtures.R", "meta-analysis.R", "counts.R", "distributions.R")) {
  source(file.path(here, file))
}

prepare <- jobs[[workload]][[variant]]
if (is.null(prepare)) stop("no workload '", workload, "' with variant '", variant, "'")
calculation <- prepare()
invisible(gc(FALSE))

peak_memory <- function() {
  line <- grep("VmHWM", readLines("/proc/self/status"), value = TRUE)
  as.numeric(gsub("\\D", "", line)) / 1024
}
reset_peak <- function() try(cat("5", file = "/proc/self/clear_refs"), silent = TRUE)

for (run in seq_len(most_runs)) {
  reset_peak()
  time <- system.time(value <- calculation(), gcFirst = TRUE)
  line <- sprintf(
    "%s\t%s\t%s\t%d\t%.5f\t%.4f\t%.4f\t%.0f\t%s\t%s",
    workload, variant, size, run,
    time[["elapsed"]] * scaled_by,
    (time[["user.self"]] + time[["user.child"]]) * scaled_by,
    (time[["sys.self"]] + time[["sys.child"]]) * scaled_by,
    peak_memory(),
    paste(format(value, digits = 12), collapse = ","),
    if (scaled_by > 1) sprintf("timed on a part, times %g", scaled_by) else ""
  )
  cat(line, "\n")
  cat(line, "\n", file = table_file, append = TRUE, sep = "")
  if (time[["elapsed"]] > 20) break
}
