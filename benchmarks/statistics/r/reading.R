read_with_fread <- function(threads) {
  function() {
    setDTthreads(threads)
    function() dim(fread(data_file("expr_%s.tsv", size), sep = "\t", showProgress = FALSE))
  }
}

jobs$read <- list(
  fread_1thread = read_with_fread(1),
  fread_2threads = read_with_fread(2),
  fread_gz = function() {
    setDTthreads(2)
    function() {
      command <- paste("gzip -dc", shQuote(data_file("expr_%s.tsv.gz", size)))
      dim(fread(cmd = command, sep = "\t", showProgress = FALSE))
    }
  },
  read.delim = function() {
    function() dim(read.delim(data_file("expr_%s.tsv", size), row.names = 1, check.names = FALSE))
  },
  read.delim_gz = function() {
    function() dim(read.delim(data_file("expr_%s.tsv.gz", size), row.names = 1, check.names = FALSE))
  },
  read.delim_colClasses = function() {
    columns <- ncol(fread(data_file("expr_%s.tsv", size), nrows = 1)) - 1
    function() {
      dim(read.delim(data_file("expr_%s.tsv", size), row.names = 1, check.names = FALSE, comment.char = "",
                     quote = "", nrows = 20001, colClasses = c("character", rep("numeric", columns))))
    }
  }
)
