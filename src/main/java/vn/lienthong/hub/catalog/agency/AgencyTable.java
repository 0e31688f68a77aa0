package vn.lienthong.hub.catalog.agency;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.calendar.Period;

/** The dated table from codes and names to agencies. */
public final class AgencyTable {

    private final AgencyFile file;
    private final Set<String> demo;
    private final Map<String, AgencyFile.Entry> entries = new LinkedHashMap<>();
    private final Meanings meanings = new Meanings();
    private final Successions successions;

    /** @param demo placeholders beside them, told apart from what the file says */
    public AgencyTable(AgencyFile own, @Nullable AgencyFile demo) {
        this.file = demo == null ? own : own.and(demo);
        this.demo = demo == null
                ? Set.of()
                : demo.agencies().stream().map(AgencyFile.Entry::id).collect(Collectors.toUnmodifiableSet());
        file.agencies().forEach(this::add);
        this.successions = new Successions(file.edges(), this::find);
        file.edges().forEach(this::check);
    }

    public AgencyFile file() {
        return file;
    }

    public Resolution resolve(String codeOrName, @Nullable String procedure, LocalDate date) {
        List<Agency> agencies = meanings.on(date, codeOrName, procedure).stream()
                .flatMap(meaning -> find(meaning.agencyId(), date).stream())
                .distinct()
                .toList();
        return switch (agencies.size()) {
            case 0 -> outOfDate(codeOrName, procedure, date);
            case 1 -> new Resolution.Found(agencies.getFirst());
            default -> new Resolution.Ambiguous(agencies);
        };
    }

    public Optional<Agency> find(String id, LocalDate date) {
        AgencyFile.Entry entry = entries.get(id);
        return entry == null
                ? Optional.empty()
                : entry.versions().stream()
                        .filter(version -> version.period().contains(date))
                        .map(version -> version.of(entry, demo.contains(id)))
                        .findFirst();
    }

    /** The agencies of the day, in the order of the file. */
    public List<Agency> all(LocalDate date) {
        return entries.keySet().stream().flatMap(id -> find(id, date).stream()).toList();
    }

    Optional<AgencyFile.Entry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    public Successions successions() {
        return successions;
    }

    private Resolution outOfDate(String codeOrName, @Nullable String procedure, LocalDate date) {
        return meanings.nearest(date, codeOrName)
                .<Resolution>map(last -> new Resolution.OutOfDate(
                        last.agencyId(),
                        last.period().from(),
                        last.period().until(),
                        successions.answering(last.agencyId(), procedure, date).stream()
                                .map(Agency::id)
                                .toList()))
                .orElseGet(Resolution.Unknown::new);
    }

    private void add(AgencyFile.Entry entry) {
        if (entries.put(entry.id(), entry) != null) {
            throw new IllegalArgumentException("Agency " + entry.id() + " is described twice");
        }
        Period.refuseOverlaps(
                "Agency " + entry.id(),
                entry.versions().stream().map(AgencyFile.Version::period).toList());
        entry.codes()
                .forEach(code ->
                        meanings.add(code.code(), new Meanings.Meaning(entry.id(), code.period(), code.onlyFor())));
        for (AgencyFile.Version version : entry.versions()) {
            Meanings.Meaning whole = new Meanings.Meaning(entry.id(), version.period(), List.of());
            meanings.add(version.name(), whole);
            version.otherNames().forEach(name -> meanings.add(name, whole));
        }
    }

    private void check(AgencyFile.Succession edge) {
        for (List<String> side : List.of(edge.from(), edge.into())) {
            for (String id : side) {
                if (!entries.containsKey(id)) {
                    throw new IllegalArgumentException(
                            edge.kind() + " on " + edge.on() + " names an agency that is not described: " + id);
                }
            }
        }
    }
}
