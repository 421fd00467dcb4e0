namespace Refractor.Cli.Pages;

/// <summary>Sets a page as Markdown.</summary>
internal static class MarkdownPage
{
    /// <summary>Prints a page.</summary>
    public static void Print(Page page, TextWriter target)
    {
        Block? before = null;
        foreach (var block in page.Blocks.Where(b => b is not (Drawing or Derivation or FoldEnd)))
        {
            if (
                before is not null
                && !(before is Statement && block is Statement)
                && !(before is Source && block is Source)
                && !(before is Line && block is Line)
            )
                target.Write('\n');
            target.Write(Of(block));
            before = block;
        }
    }

    private static string Of(Block block) =>
        block switch
        {
            Title title => $"# {Escape(title.Text)}\n",
            Heading heading => $"## {Escape(heading.Text)}\n",
            Subheading sub => $"### {Escape(sub.Text)}\n" + (sub.Note.Length > 0 ? $"\n{Escape(sub.Note)}\n" : ""),
            Remark remark => $"_{Escape(remark.Text)}_\n",
            Statement statement => Of(statement),
            Table table => Of(table),
            Fields fields => string.Concat(fields.Entries.Select(f => $"- **{Escape(f.Name)}:** {Escape(f.Value)}\n")),
            Source source => Of(source),
            FoldStart fold => $"### {Escape(fold.Text)}\n",
            Line line => $"- {Escape(line.Text)}\n",
            Footer footer => $"---\n\n{Escape(footer.Text)}\n",
            _ => "",
        };

    private static string Of(Statement statement)
    {
        var tag = statement.Tag.Length > 0 ? $"**{Escape(statement.Tag)}** " : "";
        var after = statement.After.Length > 0 ? $" — _{Escape(statement.After)}_" : "";
        var details = (statement.Details ?? []).Select(d => $"  - {Escape(d)}\n");
        return $"- {tag}{Escape(statement.Text)}{after}\n{string.Concat(details)}";
    }

    private static string Of(Source source)
    {
        var link = source.Address is null
            ? Escape(source.Identifiers)
            : $"[{Escape(source.Identifiers)}]({source.Address})";
        var note = source.Note.Length > 0 ? $" _({Escape(source.Note)})_" : "";
        return $"{source.Number}. {Escape(source.Text)} {link}".TrimEnd() + note + "\n";
    }

    private static string Of(Table table)
    {
        var rows = new List<string>
        {
            Row(table.Columns.Select(c => c.Name)),
            Row(table.Columns.Select(c => c.IsNumber ? "---:" : "---"), escape: false),
        };
        rows.AddRange(table.Rows.Select(r => Row(r)));
        return string.Concat(rows);
    }

    private static string Row(IEnumerable<string> cells, bool escape = true) =>
        "| "
        + string.Join(" | ", cells.Select(c => escape ? Escape(c).Replace("|", "\\|", StringComparison.Ordinal) : c))
        + " |\n";

    /// <summary>Keeps names such as *ERBB2*, &lt;i&gt; and _x_ from being read as marks.</summary>
    private static string Escape(string text) =>
        Plain
            .OneLine(text)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal)
            .Replace("`", "\\`", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal);
}
