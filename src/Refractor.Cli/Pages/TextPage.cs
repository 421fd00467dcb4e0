namespace Refractor.Cli.Pages;

/// <summary>Sets a page as text for a terminal or a pipe.</summary>
internal sealed class TextPage(TextWriter target, IInk ink, int width)
{
    private const int Margin = 2;
    private const int TagWidth = 4;
    private Block? _before;

    /// <summary>Prints a page; every line is at most as wide as the screen and carries no trailing space.</summary>
    public static void Print(Page page, TextWriter target, Screen screen)
    {
        IInk ink = screen.IsColoured ? new ColourInk(target) : new PlainInk(target);
        var text = new TextPage(target, ink, screen.Width);
        foreach (var block in page.Blocks.Where(b => b is not (Drawing or Derivation or FoldEnd)))
            text.Print(block is FoldStart fold ? new Subheading(fold.Text) : block);
    }

    private void Print(Block block)
    {
        if (_before is not null && NeedsSpace(_before, block))
            target.Write('\n');
        switch (block)
        {
            case Title title:
                Paragraph(title.Text, Tone.Strong, 0);
                break;
            case Heading heading:
                Paragraph(heading.Text, Tone.Strong, 0);
                break;
            case Subheading sub:
                Print(sub);
                break;
            case Remark remark:
                Paragraph(remark.Text, remark.Tone, 0);
                break;
            case Statement statement:
                Print(statement);
                break;
            case Table table:
                new TableLayout(table, width - Margin).Print(target, ink, Margin);
                break;
            case Fields fields:
                Print(fields);
                break;
            case Source source:
                Print(source);
                break;
            case Line line:
                ink.Write(Plain.OneLine(line.Text), line.Tone);
                target.Write('\n');
                break;
            case Footer footer:
                Paragraph(footer.Text, Tone.Quiet, 0);
                break;
        }
        _before = block;
    }

    /// <summary>Blocks of the same kind stand together; statements are set apart so that each can be read alone.</summary>
    private static bool NeedsSpace(Block before, Block block) =>
        (before, block) switch
        {
            (Heading, not Heading) => false,
            (Subheading, _) => false,
            (Remark, Remark) or (Line, Line) or (Source, Source) or (Footer, Footer) => false,
            (Statement a, Statement b) => a.Details is { Count: > 0 }
                || b.Details is { Count: > 0 }
                || a.Text.Length + a.After.Length > 80,
            _ => true,
        };

    private void Print(Subheading sub)
    {
        ink.Write(new string(' ', Margin) + sub.Text, Tone.Strong);
        if (sub.Note.Length > 0 && Margin + sub.Text.Length + 3 + sub.Note.Length <= width)
            ink.Write("   " + sub.Note, Tone.Quiet);
        target.Write('\n');
        if (sub.Note.Length > 0 && Margin + sub.Text.Length + 3 + sub.Note.Length > width)
            Paragraph(sub.Note, Tone.Quiet, Margin + TagWidth);
    }

    private void Print(Statement statement)
    {
        var tag = statement.Tag.Length > 0 ? Math.Max(TagWidth, statement.Tag.Length + 1) : 0;
        var lines = Wrap.Lines(statement.Text, width - Margin - tag);
        for (var i = 0; i < lines.Count; i++)
        {
            ink.Write(new string(' ', Margin), Tone.Body);
            ink.Write((i == 0 ? statement.Tag : "").PadRight(tag), statement.TagTone);
            ink.Write(lines[i], Tone.Body);
            if (i == lines.Count - 1 && statement.After.Length > 0)
                After(statement, Margin + tag, lines[i].Length);
            target.Write('\n');
        }
        foreach (var detail in statement.Details ?? [])
            Paragraph(detail, Tone.Quiet, Margin + tag + 2, hanging: 2);
    }

    /// <summary>The remark stands on the last line where it fits there, else on lines of its own; it is not torn apart.</summary>
    private void After(Statement statement, int indent, int used)
    {
        var text = "— " + statement.After;
        if (indent + used + 1 + text.Length <= width)
        {
            ink.Write(" " + text, statement.AfterTone);
            return;
        }
        foreach (var line in Wrap.Lines(text, width - indent))
        {
            target.Write('\n');
            ink.Write(new string(' ', indent), Tone.Body);
            ink.Write(line, statement.AfterTone);
        }
    }

    private void Print(Fields fields)
    {
        var name = fields.Entries.Max(f => f.Name.Length) + 2;
        foreach (var field in fields.Entries)
        {
            var lines = Wrap.Lines(field.Value, width - Margin - name);
            for (var i = 0; i < lines.Count; i++)
            {
                ink.Write(new string(' ', Margin) + (i == 0 ? field.Name : "").PadRight(name), Tone.Quiet);
                ink.Write(lines[i], Tone.Body);
                target.Write('\n');
            }
        }
    }

    private void Print(Source source)
    {
        var tag = $"{source.Number}.".PadLeft(Margin + 3);
        var text = source.Identifiers.Length > 0 ? $"{source.Text} {source.Identifiers}" : source.Text;
        var lines = Wrap.Lines(source.Note.Length > 0 ? $"{text} ({source.Note})" : text, width - tag.Length - 1);
        for (var i = 0; i < lines.Count; i++)
        {
            ink.Write((i == 0 ? tag : new string(' ', tag.Length)) + " ", Tone.Quiet);
            ink.Write(lines[i], Tone.Body);
            target.Write('\n');
        }
    }

    private void Paragraph(string text, Tone tone, int indent, int hanging = 0)
    {
        var lines = Wrap.Lines(text, width - indent - hanging);
        for (var i = 0; i < lines.Count; i++)
        {
            ink.Write(new string(' ', indent + (i > 0 ? hanging : 0)), Tone.Body);
            ink.Write(lines[i], tone);
            target.Write('\n');
        }
    }
}
