package vn.lienthong.standin.store;

/** The sums over everything stored. */
public record Holdings(
        long dossiers, long steps, long updates, long repeated, long unchanged, long duplicates, long conflicting) {

    static Holdings of(long repeated, long unchanged) {
        return new Holdings(0, 0, 0, repeated, unchanged, 0, 0);
    }

    Holdings plus(DossierView dossier) {
        return new Holdings(
                dossiers + 1,
                steps + dossier.steps().size(),
                updates + dossier.versions() - 1,
                repeated,
                unchanged,
                duplicates + dossier.duplicates(),
                conflicting + dossier.conflicting());
    }
}
