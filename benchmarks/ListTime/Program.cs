using System;
using System.Collections.Generic;
using System.Linq;

namespace IntrusiveLists.Benchmarks;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        string directory = arguments[0];
        bool quick = arguments.Contains("--quick");
        string filter = arguments.Length > 2 ? arguments[2] : "";
        (Workload Workload, IReadOnlyList<Contender> Contenders)[] all = [.. Workloads.All(quick).Where(w => w.Name.Contains(filter) || w.Group.ToString().Contains(filter)).Select(w => (w, Contenders(directory, w)))];
        Runner.WarmUp(all);
        var runner = new Runner(quick ? 5 : 15);
        foreach ((Workload workload, IReadOnlyList<Contender> contenders) in all)
        {
            Result r = runner.Run(workload, contenders);
            Console.WriteLine($"{workload.Name} {workload.ElementSize}");
            double best = r.Timings.Where(t => t.Contract is Contract.Marks or Contract.Leaves).Min(t => Median(t.Rounds));
            foreach (Timing t in r.Timings)
            {
                Console.WriteLine($"  {t.Contender,-32} {Median(t.Rounds),8:0.00} {t.Rounds.Min(),8:0.00} {t.Rounds.Max(),8:0.00}   {Median(t.Rounds) / best:0.000} {t.AllocatedBytes}");
            }
        }

        return 0;
    }

    private static double Median(double[] v) => v.Order().ElementAt(v.Length / 2);

    private static IReadOnlyList<Contender> Contenders(string directory, Workload workload)
    {
        List<Contender> all = [];
        if (workload.ElementSize == 32)
        {
            all.AddRange(IntrusiveContender<SmallElement, SmallElement.NodeLink, SmallOwner>.All());
            all.Add(LinkedListContender<SmallPayload>.CreateReusing());
            all.Add(LinkedListContender<SmallPayload>.CreateAllocating());
            all.Add(new PoolContender<SmallElement>().Create());
        }
        else
        {
            all.AddRange(IntrusiveContender<LargeElement, LargeElement.NodeLink, LargeOwner>.All());
            all.Add(LinkedListContender<LargePayload>.CreateReusing());
            all.Add(LinkedListContender<LargePayload>.CreateAllocating());
            all.Add(new PoolContender<LargeElement>().Create());
        }

        all.Add(new PointerContender(workload.ElementSize).Create());
        all.AddRange(NativePeers.LoadLists(directory, workload.ElementSize));
        all.AddRange(NativePeers.LoadAllocators(directory, workload.ElementSize));
        return [.. all.Where(c => c.Can(workload.Operation))];
    }
}
