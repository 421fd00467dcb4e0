// Compiles the knowledge source to a pack: refractor-compile <knowledge folder> <pack file>.
// Problems go to standard error in the form that build tools turn into clickable messages.
using Refractor.Knowledge.Packing;
using Refractor.Knowledge.Source;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: Refractor.KnowledgeCompiler <knowledge folder> <pack file>");
    return 2;
}
var reading = KnowledgeSource.Read(args[0]);
foreach (var problem in reading.Problems)
    Console.Error.WriteLine(Path.Combine(args[0], problem.ToString()));
if (reading.HasErrors || reading.Pack is null)
    return 3;
Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(args[1]))!);
using var target = File.Create(args[1]);
PackWriter.Write(reading.Pack, target);
Console.WriteLine($"{reading.Files} files, {reading.Loaded} items -> {args[1]}");
return 0;
