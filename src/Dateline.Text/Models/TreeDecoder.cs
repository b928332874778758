namespace Dateline.Text.Models;

/// <summary>
/// From arc scores to a tree: each word takes its best head, and where that gives a cycle, no root or several, the
/// best tree with one root is sought (Chu &amp; Liu 1965, Edmonds 1967).
/// </summary>
internal static unsafe class TreeDecoder
{
    /// <summary>More than any difference between two trees' scores: a tree with one root beats all others.</summary>
    private const double RootPrice = 1e6;

    /// <summary>Chooses a head for each word.</summary>
    /// <param name="scores">One row per word with <paramref name="count"/> + 1 scores, the root's first.</param>
    /// <param name="count">Number of words; at least one.</param>
    /// <param name="heads">Gets the heads, counted from 1, 0 for the root.</param>
    /// <param name="arena">Memory for the search; not reset.</param>
    internal static void Decode(float* scores, int count, int* heads, Arena arena)
    {
        var roots = 0;
        for (var i = 0; i < count; i++)
        {
            var row = scores + (long)i * (count + 1);
            var best = 0;
            for (var j = 1; j <= count; j++)
            {
                if (j != i + 1 && row[j] > row[best]) best = j;
            }

            heads[i] = best;
            if (best == 0) roots++;
        }

        if (roots == 1 && !HasCycle(heads, count, arena.Ints(count))) return;
        Search(scores, count, heads, arena);
    }

    /// <summary>Whether following the heads from some word never reaches the root.</summary>
    internal static bool HasCycle(int* heads, int count, int* mark)
    {
        for (var i = 0; i < count; i++) mark[i] = 0;
        for (var i = 0; i < count; i++)
        {
            var at = i;
            while (mark[at] == 0)
            {
                mark[at] = i + 1;
                if (heads[at] == 0) break;
                at = heads[at] - 1;
                if (mark[at] == i + 1) return true;
            }
        }

        return false;
    }

    private static void Search(float* scores, int count, int* heads, Arena arena)
    {
        var n = count + 1;
        // Doubles, so that the price of a root leaves the scores their digits.
        var weights = (double*)arena.Floats(2L * n * n);
        var from = arena.Ints((long)n * n);
        var to = arena.Ints((long)n * n);
        for (var h = 0; h < n; h++)
        {
            for (var d = 0; d < n; d++)
            {
                weights[h * n + d] = d == 0 || d == h ? double.NegativeInfinity : scores[(long)(d - 1) * n + h] - (h == 0 ? RootPrice : 0);
                from[h * n + d] = h;
                to[h * n + d] = d;
            }
        }

        var owner = arena.Ints(n);
        var result = arena.Ints(n);
        for (var i = 0; i < n; i++)
        {
            owner[i] = i;
            result[i] = -1;
        }

        Contract(weights, from, to, owner, result, n, arena);
        for (var i = 0; i < count; i++) heads[i] = result[i + 1];
    }

    /// <summary>One contraction and what follows from it; <paramref name="owner"/> says which node stands for each original one.</summary>
    private static void Contract(double* weights, int* from, int* to, int* owner, int* result, int n, Arena arena)
    {
        var best = arena.Ints(n);
        for (var d = 0; d < n; d++)
        {
            best[d] = -1;
            if (owner[d] != d || d == 0) continue;
            for (var h = 0; h < n; h++)
            {
                if (owner[h] == h && h != d && (best[d] < 0 || weights[h * n + d] > weights[best[d] * n + d])) best[d] = h;
            }
        }

        var cycle = FindCycle(best, owner, n, arena);
        if (cycle < 0)
        {
            for (var d = 1; d < n; d++)
            {
                if (owner[d] == d) result[to[best[d] * n + d]] = from[best[d] * n + d];
            }

            return;
        }

        // The cycle becomes one node, its first; each edge remembers which original words it joins.
        var inside = arena.Ints(n);
        var before = arena.Ints(n);
        for (var i = 0; i < n; i++)
        {
            inside[i] = 0;
            before[i] = owner[i];
        }

        var total = 0d;
        var node = cycle;
        do
        {
            inside[node] = 1;
            total += weights[best[node] * n + node];
            node = best[node];
        }
        while (node != cycle);

        for (var i = 0; i < n; i++)
        {
            if (owner[i] != i || inside[i] == 1) continue;
            int leaving = -1, entering = -1;
            var enteringScore = 0d;
            for (var c = 0; c < n; c++)
            {
                if (owner[c] != c || inside[c] == 0) continue;
                if (leaving < 0 || weights[c * n + i] > weights[leaving * n + i]) leaving = c;
                var score = total + weights[i * n + c] - weights[best[c] * n + c];
                if (entering >= 0 && score <= enteringScore) continue;
                entering = c;
                enteringScore = score;
            }

            (weights[cycle * n + i], from[cycle * n + i], to[cycle * n + i]) = (weights[leaving * n + i], from[leaving * n + i], to[leaving * n + i]);
            (weights[i * n + cycle], from[i * n + cycle], to[i * n + cycle]) = (enteringScore, from[i * n + entering], to[i * n + entering]);
        }

        for (var i = 0; i < n; i++)
        {
            if (inside[before[i]] == 1) owner[i] = cycle;
        }

        Contract(weights, from, to, owner, result, n, arena);

        // The one word of the cycle that got its head from outside gives up its head inside.
        var entered = -1;
        for (var i = 1; i < n; i++)
        {
            if (result[i] >= 0 && inside[before[i]] == 1) entered = before[i];
        }

        for (node = best[entered]; node != entered; node = best[node]) result[to[best[node] * n + node]] = from[best[node] * n + node];
    }

    private static int FindCycle(int* best, int* owner, int n, Arena arena)
    {
        var mark = arena.Ints(n);
        for (var i = 0; i < n; i++) mark[i] = 0;
        for (var i = 1; i < n; i++)
        {
            if (owner[i] != i) continue;
            for (var at = i; at > 0 && mark[at] == 0; at = best[at])
            {
                mark[at] = i;
                if (mark[best[at]] == i) return best[at];
            }
        }

        return -1;
    }
}
