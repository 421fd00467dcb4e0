using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Refractor.Knowledge.Source;

/// <summary>Collects the problems of one file.</summary>
internal sealed class ProblemList(string file)
{
    private readonly List<DataProblem> _all = [];

    public string File { get; } = file;

    public IReadOnlyList<DataProblem> All => _all;

    public void Error(string rule, YamlNode? at, string found, string expected) =>
        Add(Severity.Error, rule, Line(at), found, expected);

    public void Error(string rule, int? line, string found, string expected) =>
        Add(Severity.Error, rule, line, found, expected);

    public void Warning(string rule, YamlNode? at, string found, string expected) =>
        Add(Severity.Warning, rule, Line(at), found, expected);

    private static int? Line(YamlNode? at) => at is null ? null : checked((int)at.Start.Line);

    private void Add(Severity severity, string rule, int? line, string found, string expected) =>
        _all.Add(new DataProblem(severity, rule, File, line, found, expected));
}

/// <summary>Reads one YAML mapping strictly: every key must be asked for, every value must have the right form, each fault is reported.</summary>
internal sealed class YamlMap
{
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlNode> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly ProblemList _problems;

    public YamlMap(YamlMappingNode node, ProblemList problems)
    {
        Node = node;
        _problems = problems;
        foreach (var (key, value) in node.Children)
        {
            if (key is YamlScalarNode { Value: { } name })
            {
                _values[name] = value;
                _keys[name] = key;
            }
            else
            {
                problems.Error("key", key, "a key that is not a plain name", "a field name");
            }
        }
    }

    public YamlMappingNode Node { get; }

    /// <summary>Reads a YAML text whose root is a mapping; null, with a problem, when it is not one.</summary>
    public static YamlMap? Root(string text, ProblemList problems)
    {
        try
        {
            if (!YamlGate.Admits(text, problems))
                return null;
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode map)
                return new YamlMap(map, problems);
            problems.Error(
                "yaml",
                1,
                $"{stream.Documents.Count} documents or a root that is no mapping",
                "one mapping"
            );
        }
        catch (YamlException e)
        {
            problems.Error("yaml", checked((int)e.Start.Line), Shorten(e.Message), "well-formed YAML");
        }
        catch (Exception e)
            when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            problems.Error("yaml", (int?)null, Shorten(e.Message), "well-formed YAML");
        }
        return null;
    }

    /// <summary>All keys, in the order of the file.</summary>
    public IReadOnlyCollection<string> Keys => _values.Keys;

    public bool Has(string key) => _values.ContainsKey(key);

    public YamlNode? NodeOf(string key) => _values.GetValueOrDefault(key);

    /// <summary>An optional text; an empty or null value is a problem, because missing values are left out.</summary>
    public string? Text(string key)
    {
        var node = Ask(key);
        if (node is null)
            return null;
        if (node is YamlScalarNode { Value: { } value } && value.Trim().Length > 0 && value is not ("null" or "~"))
            return value.Trim();
        _problems.Error(key, node, Describe(node), "a text; leave the field out when there is none");
        return null;
    }

    /// <summary>A text that must be there.</summary>
    public string RequiredText(string key) => Text(key) ?? Missing(key);

    /// <summary>A controlled name that must be there.</summary>
    public T Required<T>(string key, TermTable<T> terms)
        where T : struct, Enum => Optional(key, terms) ?? MissingTerm(key, terms);

    /// <summary>An optional controlled name.</summary>
    public T? Optional<T>(string key, TermTable<T> terms)
        where T : struct, Enum
    {
        var text = Text(key);
        if (text is null)
            return null;
        if (terms.TryParse(text, out var value))
            return value;
        _problems.Error(
            key,
            NodeOf(key),
            Quote(text),
            "one of " + string.Join(", ", terms.Names.Where(n => n.Length > 0))
        );
        return default(T);
    }

    /// <summary>A name out of a list that must be there.</summary>
    public string RequiredOneOf(string key, IReadOnlyList<string> names)
    {
        var text = Text(key);
        if (text is null)
            return Missing(key);
        if (!names.Contains(text, StringComparer.Ordinal))
            _problems.Error(key, NodeOf(key), Quote(text), "one of " + string.Join(", ", names));
        return text;
    }

    /// <summary>An optional <c>true</c> or <c>false</c>; false when the field is left out.</summary>
    public bool Flag(string key)
    {
        var text = Text(key);
        if (text is not (null or "true" or "false"))
            _problems.Error(key, NodeOf(key), Quote(text), "true or false");
        return text is "true";
    }

    /// <summary>An optional whole number within bounds.</summary>
    public int? Integer(string key, int min, int max)
    {
        var text = Text(key);
        if (text is null)
            return null;
        if (
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= min
            && value <= max
        )
            return value;
        _problems.Error(
            key,
            NodeOf(key),
            Quote(text),
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max}")
        );
        return null;
    }

    /// <summary>An optional finite number.</summary>
    public double? Number(string key)
    {
        var text = Text(key);
        return text is null ? null : ParseNumber(key, NodeOf(key)!, text);
    }

    /// <summary>An optional list of numbers.</summary>
    public IReadOnlyList<double>? Numbers(string key)
    {
        var node = Ask(key);
        if (node is null)
            return null;
        if (node is not YamlSequenceNode list)
        {
            _problems.Error(key, node, Describe(node), "a list of numbers");
            return null;
        }
        return [.. list.Select(n => n is YamlScalarNode { Value: { } v } ? ParseNumber(key, n, v) ?? 0 : Bad(key, n))];
    }

    /// <summary>An optional list of texts, empty when the key is absent.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var node = Ask(key);
        if (node is null)
            return [];
        if (node is YamlSequenceNode list && list.All(n => n is YamlScalarNode { Value.Length: > 0 }))
            return [.. list.Select(n => ((YamlScalarNode)n).Value!.Trim())];
        _problems.Error(key, node, Describe(node), "a list of texts such as [a, b]");
        return [];
    }

    /// <summary>A list of texts, or one text that stands alone; empty when the key is absent.</summary>
    public IReadOnlyList<string> TextOrTexts(string key) =>
        NodeOf(key) is YamlScalarNode && Text(key) is { } text ? [text] : Texts(key);

    /// <summary>A mapping below this one; null, with a problem when it is required, if it is not there.</summary>
    public YamlMap? Map(string key, bool required)
    {
        var node = Ask(key);
        if (node is YamlMappingNode map)
            return new YamlMap(map, _problems);
        if (node is not null)
            _problems.Error(key, node, Describe(node), "a mapping");
        else if (required)
            Missing(key);
        return null;
    }

    /// <summary>A list of mappings below this one.</summary>
    public IReadOnlyList<YamlMap> Maps(string key, bool required)
    {
        var node = Ask(key);
        if (node is null)
        {
            if (required)
                Missing(key);
            return [];
        }
        if (node is not YamlSequenceNode list)
        {
            _problems.Error(key, node, Describe(node), "a list of mappings");
            return [];
        }
        foreach (var wrong in list.Where(n => n is not YamlMappingNode))
            _problems.Error(key, wrong, Describe(wrong), "a mapping");
        return [.. list.OfType<YamlMappingNode>().Select(n => new YamlMap(n, _problems))];
    }

    /// <summary>Reports every key that was not asked for.</summary>
    public void RejectOthers()
    {
        foreach (var (name, key) in _keys)
        {
            if (!_asked.Contains(name))
                _problems.Error(
                    "unknown_field",
                    key,
                    Quote(name),
                    "one of " + string.Join(", ", _asked.Order(StringComparer.Ordinal))
                );
        }
    }

    internal static string Quote(string text) => $"'{Shorten(text)}'";

    internal static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 120 ? line : line[..117] + "...";
    }

    private static string Describe(YamlNode node) =>
        node switch
        {
            YamlScalarNode { Value: { Length: > 0 } value } => Quote(value),
            YamlScalarNode => "an empty value",
            YamlSequenceNode => "a list",
            _ => "a mapping",
        };

    private double? ParseNumber(string key, YamlNode node, string text)
    {
        if (
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
        )
            return value;
        _problems.Error(key, node, Quote(text), "a number");
        return null;
    }

    private double Bad(string key, YamlNode node)
    {
        _problems.Error(key, node, Describe(node), "a number");
        return 0;
    }

    private YamlNode? Ask(string key)
    {
        _asked.Add(key);
        return _values.GetValueOrDefault(key);
    }

    private string Missing(string key)
    {
        if (!Has(key))
            _problems.Error(key, Node, "no such field", $"a value for '{key}'");
        return "";
    }

    private T MissingTerm<T>(string key, TermTable<T> terms)
        where T : struct, Enum
    {
        if (!Has(key))
            _problems.Error(key, Node, "no such field", "one of " + string.Join(", ", terms.Names));
        return default;
    }
}
