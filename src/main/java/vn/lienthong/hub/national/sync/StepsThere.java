package vn.lienthong.hub.national.sync;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.national.portal.KnownThere.Step;

/** Which of our events are among the steps the portal has. */
record StepsThere(List<Step> steps) {

    /** The events of which a step with their status and time is there. */
    Set<Integer> byMoment(Errand errand) {
        return errand.effective().stream()
                .filter(event -> has(step(errand, event), false))
                .map(OutwardEvent::seq)
                .collect(Collectors.toSet());
    }

    /** Status and time tell steps apart; only where two of ours share both do the words decide. */
    List<Integer> amongst(Errand errand) {
        record Ours(OutwardEvent event, Step step) {}
        var ours = errand.effective().stream()
                .map(event -> new Ours(event, step(errand, event)))
                .toList();
        var twins = ours.stream().collect(groupingBy(one -> one.step().moment(), counting()));
        return ours.stream()
                .filter(one -> has(one.step(), twins.getOrDefault(one.step().moment(), 0L) > 1))
                .map(one -> one.event().seq())
                .toList();
    }

    private static Step step(Errand errand, OutwardEvent event) {
        return Step.of(errand.way()
                .telling()
                .step(errand.there(), event, errand.served().agencyName()));
    }

    private boolean has(Step ours, boolean compareWords) {
        return steps.stream()
                .anyMatch(step ->
                        compareWords ? step.matches(ours) : step.moment().equals(ours.moment()));
    }
}
