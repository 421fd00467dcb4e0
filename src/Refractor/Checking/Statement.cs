namespace Refractor.Checking;

/// <summary>
/// The smallest part of a sentence that carries a citation: a member of a list, or what a plain sentence says of one paper. Each is held
/// against the evidence on its own, so that the context of one finding cannot stand in for that of its neighbour.
/// </summary>
internal sealed class Statement
{
    private Statement(StatedSentence sentence, string subject, string context, string figures)
    {
        Sentence = sentence;
        Subject = subject;
        Names = new StatedWords(subject);
        Clause = new StatedClause(subject);
        Context = new StatedWords(context);
        Figures = figures;
        ContextText = context;
    }

    /// <summary>Therapy, setting, subtype and model.</summary>
    public string ContextText { get; }

    /// <summary>The sentence it is part of; direction, relation and confirmation are those of the sentence.</summary>
    public StatedSentence Sentence { get; }

    /// <summary>The feature in its state.</summary>
    public string Subject { get; }

    /// <summary>Whether it is a member of a list, without figures.</summary>
    public bool IsListed { get; private init; }

    /// <summary>The words of the subject.</summary>
    public StatedWords Names { get; }

    /// <summary>The subject by words.</summary>
    public StatedClause Clause { get; }

    /// <summary>The words of the context.</summary>
    public StatedWords Context { get; }

    /// <summary>Study, population and figures, with the citation.</summary>
    public string Figures { get; }

    /// <summary>The cited statements of a sentence; the sentence itself when it only says that findings disagree.</summary>
    public static IReadOnlyList<Statement> Of(StatedSentence sentence)
    {
        if (!sentence.IsCited)
            return [];
        if (sentence.Effect == StatedEffect.Disagreement)
            return [new Statement(sentence, sentence.Text, sentence.Text, sentence.Text)];
        return [.. sentence.Members.SelectMany(m => OfMember(sentence, m))];
    }

    private static IEnumerable<Statement> OfMember(StatedSentence sentence, string member)
    {
        var (open, close) = LastParenthesis(member);
        if (open < 0)
        {
            yield return new Statement(sentence, member, member, member);
            yield break;
        }
        var (lead, inside) = (member[..open], member[(open + 1)..close]);
        if (!StatedSentence.Citation().IsMatch(inside))
        {
            yield return new Statement(sentence, lead, inside, inside + member[close..]) { IsListed = true };
            yield break;
        }
        var verb = StatedVerbs.Places(lead).DefaultIfEmpty(-1).Min();
        var (subject, context) = verb < 0 ? (lead, lead) : (lead[..verb], lead[verb..]);
        var start = 0;
        foreach (var match in StatedSentence.Citation().Matches(inside).Cast<System.Text.RegularExpressions.Match>())
        {
            var end = match.Index + match.Length;
            yield return new Statement(sentence, subject, context, inside[start..end]);
            start = end;
        }
    }

    /// <summary>The last parenthesis that is not inside another; −1 when there is none.</summary>
    private static (int Open, int Close) LastParenthesis(string text)
    {
        var depth = 0;
        var close = -1;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] == ')' && depth++ == 0)
                close = i;
            if (text[i] == '(' && depth > 0 && --depth == 0)
                return (i, close);
        }
        return (-1, -1);
    }
}
