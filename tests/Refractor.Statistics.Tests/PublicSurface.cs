using System.Reflection;
using System.Text;

namespace Refractor.Statistics.Tests;

/// <summary>The public types and members of an assembly as text, one line each, in alphabetical order.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] OfEveryRecord =
    [
        "ToString",
        "Equals",
        "GetHashCode",
        "op_Equality",
        "op_Inequality",
        "<Clone>$",
        "Deconstruct",
        "PrintMembers",
    ];

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }
        return text.ToString();
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : "class";

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type);
        var constructors = type.GetConstructors(Declared).Select(c => $"new({Parameters(c)})");
        var fields = type.GetFields(Declared).Select(f => $"{Name(f.FieldType)} {f.Name}");
        var properties = type.GetProperties(Declared)
            .Where(p => p.Name != "EqualityContract")
            .Select(p =>
                $"{Static(p.GetMethod)}{Name(p.PropertyType)} {p.Name} {{ {(p.CanWrite ? "get; init;" : "get;")} }}"
            );
        var methods = type.GetMethods(Declared)
            .Where(m => !OfEveryRecord.Contains(m.Name))
            .Where(m => !m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal))
            .Select(m => $"{Static(m)}{Name(m.ReturnType)} {m.Name}({Parameters(m)})");
        return constructors.Concat(fields).Concat(properties).Concat(methods);
    }

    private static string Static(MethodInfo? method) => method is { IsStatic: true } ? "static " : "";

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.IsOptional ? " = …" : "")}")
        );

    private static string Name(Type type)
    {
        if (type.IsByRef || type.IsArray)
            return Name(type.GetElementType()!)
                + (type.IsByRef ? "&" : $"[{new string(',', type.GetArrayRank() - 1)}]");
        if (type.IsGenericParameter)
            return type.Name;
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        var name = (type.FullName ?? type.Name).Replace('+', '.');
        name = name.Split('`')[0].Replace("Refractor.Statistics.", "", StringComparison.Ordinal);
        name = name.StartsWith("System.", StringComparison.Ordinal) ? name[(name.LastIndexOf('.') + 1)..] : name;
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
