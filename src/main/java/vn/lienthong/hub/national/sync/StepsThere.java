package vn.lienthong.hub.national.sync;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.national.payload.TienDo;
import vn.lienthong.hub.national.portal.KnownThere.Step;

/** Which of our events are among the steps the portal has. */
record StepsThere(List<Step> steps) {

    /** The events of which a step with their status and time is there. */
    Set<Integer> byMoment(Errand errand, TienDo writer) {
        var code = errand.dossier().code();
        var agency = errand.served().agencyName();
        return errand.effective().stream()
                .filter(event -> has(Step.of(writer.of(code, event, agency)), false))
                .map(OutwardEvent::seq)
                .collect(Collectors.toSet());
    }

    /** Status and time tell steps apart; only where two of ours share both do the words decide. */
    List<Integer> amongst(Errand errand, TienDo writer) {
        var code = errand.dossier().code();
        var agency = errand.served().agencyName();
        record Ours(OutwardEvent event, Step step) {}
        var ours = errand.effective().stream()
                .map(event -> new Ours(event, Step.of(writer.of(code, event, agency))))
                .toList();
        var twins = ours.stream().collect(groupingBy(one -> one.step().moment(), counting()));
        return ours.stream()
                .filter(one -> has(one.step(), twins.getOrDefault(one.step().moment(), 0L) > 1))
                .map(one -> one.event().seq())
                .toList();
    }

    private boolean has(Step ours, boolean compareWords) {
        return steps.stream()
                .anyMatch(step ->
                        compareWords ? step.matches(ours) : step.moment().equals(ours.moment()));
    }
}
