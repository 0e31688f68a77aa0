package vn.lienthong.hub.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.hub.dossier.DossierStatus.ACCEPTED;
import static vn.lienthong.hub.dossier.DossierStatus.DELIVERED;
import static vn.lienthong.hub.dossier.DossierStatus.IN_PROGRESS;
import static vn.lienthong.hub.dossier.DossierStatus.RESOLVED;
import static vn.lienthong.hub.dossier.DossierStatus.SUBMITTED;
import static vn.lienthong.hub.dossier.DossierStatus.WAIT_SUPPLEMENT;
import static vn.lienthong.hub.dossier.Verdict.AFTER_TERMINAL;
import static vn.lienthong.hub.dossier.Verdict.CONTRADICTION;
import static vn.lienthong.hub.dossier.Verdict.GAP_BEFORE;
import static vn.lienthong.hub.dossier.Verdict.OLD_SNAPSHOT;
import static vn.lienthong.hub.dossier.Verdict.VALID;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import vn.lienthong.hub.dossier.DossierFacts.Alias;
import vn.lienthong.hub.dossier.DossierFacts.AliasKind;

class DossierRegisterTest {

    private static RegisterDesk hub;
    private static int codes;

    private final String code = "000.00.14.H52-260824-" + String.format("%04d", ++codes);

    @BeforeAll
    static void open() {
        hub = new RegisterDesk();
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void registersNewDossierWithItsFactsAndStatus() {
        Outcome.Registered done =
                hub.registers(Seen.event(code).with(Seen.ordinary()).in(ACCEPTED, "2026-08-24T09:15:00"));

        assertThat(done.changed()).isTrue();
        assertThat(done.eventsAdded()).isEqualTo(2);
        assertThat(done.wake()).isTrue();
        DossierView held = hub.holds(code);
        assertThat(held.status()).isEqualTo(ACCEPTED);
        assertThat(held.procedureCode()).isEqualTo("1.004889");
        assertThat(held.agencyId()).isEqualTo("son-la.home-affairs");
        assertThat(held.version()).isEqualTo(1);
        assertThat(held.hold()).isNull();
        assertThat(hub.history(code)).extracting(EventView::kind).containsExactly(EventKind.DETAILS, EventKind.STATUS);
        assertThat(hub.syncState(code)).contains("QUEUED");
        assertThat(hub.published).anyMatch(event -> event.code().equals(code) && event.status() == ACCEPTED);
    }

    @Test
    void movesDossierWithEachEvent() {
        hub.takes(Seen.event(code).with(Seen.ordinary()).in(ACCEPTED, "2026-08-24T09:15:00"));
        Outcome.Registered done = hub.registers(
                Seen.event(code).in(IN_PROGRESS, "2026-08-24T09:40:00").through("2026-08-24T10:30:00"));

        assertThat(done.eventsAdded()).isEqualTo(1);
        assertThat(hub.holds(code).status()).isEqualTo(IN_PROGRESS);
        assertThat(hub.holds(code).version()).isEqualTo(2);
        assertThat(hub.holds(code).lastSeq()).isEqualTo(3);
        assertThat(hub.history(code)).extracting(EventView::seq).containsExactly(1, 2, 3);
    }

    @Test
    void saysUnchangedForRepeatedEvent() {
        Seen event = Seen.event(code).with(Seen.ordinary()).in(ACCEPTED, "2026-08-24T09:15:00");
        hub.takes(event);
        Outcome.Registered again = hub.registers(event.through("2026-08-24T16:00:00"));

        assertThat(again.changed()).isFalse();
        assertThat(again.eventsAdded()).isZero();
        assertThat(again.wake()).isFalse();
        assertThat(hub.holds(code).version()).isEqualTo(1);
    }

    @Test
    void believesReturnToAnEarlierStatusFromSenderWithoutTimes() {
        hub.takes(Seen.event(code).in(IN_PROGRESS));
        hub.takes(Seen.event(code).in(WAIT_SUPPLEMENT).through("2026-08-25T10:00:00"));
        Outcome.Registered back = hub.registers(Seen.event(code).in(IN_PROGRESS).through("2026-08-26T10:00:00"));
        Outcome.Registered repeated =
                hub.registers(Seen.event(code).in(IN_PROGRESS).through("2026-08-27T10:00:00"));

        assertThat(back.changed()).isTrue();
        assertThat(repeated.changed()).isFalse();
        assertThat(hub.holds(code).status()).isEqualTo(IN_PROGRESS);
    }

    @Test
    void neverLeavesTheEnd() {
        hub.takes(Seen.event(code).with(Seen.ordinary()).in(RESOLVED, "2026-08-24T09:15:00"));
        hub.takes(Seen.event(code).in(DELIVERED, "2026-08-24T09:30:00"));
        Outcome.Registered late = hub.registers(Seen.event(code).in(IN_PROGRESS, "2026-08-24T09:45:00"));

        assertThat(late.changed()).isFalse();
        assertThat(late.eventsAdded()).isEqualTo(1);
        assertThat(late.wake()).isFalse();
        assertThat(hub.holds(code).status()).isEqualTo(DELIVERED);
        assertThat(verdicts()).containsExactly(GAP_BEFORE, VALID, AFTER_TERMINAL);
    }

    @Test
    void judgesEarlierEventsAgainWhenMissingOneComes() {
        hub.takes(Seen.event(code).with(Seen.ordinary()).in(ACCEPTED, "2026-08-24T09:15:00"));
        hub.takes(Seen.event(code).in(RESOLVED, "2026-08-24T09:45:00"));
        assertThat(verdicts()).containsExactly(VALID, GAP_BEFORE);

        Outcome.Registered late = hub.registers(Seen.event(code).in(IN_PROGRESS, "2026-08-24T09:30:00"));

        assertThat(late.changed()).isTrue();
        assertThat(verdicts()).containsExactly(VALID, VALID, VALID);
        assertThat(hub.holds(code).status()).isEqualTo(RESOLVED);
    }

    @Test
    void keepsDossierKnownOnlyByEventsFromNeighbours() {
        hub.takes(Seen.event(code).in(IN_PROGRESS, "2026-08-24T09:15:00"));
        assertThat(hub.holds(code).hold()).isEqualTo(Hold.FACTS_MISSING);
        assertThat(hub.holds(code).facts()).isNull();

        hub.takes(Seen.event(code).with(Seen.ordinary()));
        assertThat(hub.holds(code).hold()).isNull();
        assertThat(hub.holds(code).status()).isEqualTo(IN_PROGRESS);
    }

    @Test
    void mergesLaterFactsWithoutErasingKnownOnes() {
        hub.takes(Seen.event(code).with(Seen.ordinary()));
        hub.takes(
                Seen.event(code).with(Seen.only(Seen.applicant("TRẦN VĂN THỬ", null, "0900000002"), List.of(), null)));

        DossierFacts facts = Objects.requireNonNull(hub.holds(code).facts());
        assertThat(facts.procedure()).isEqualTo("1.004889");
        assertThat(facts.applicant()).isEqualTo(Seen.applicant("TRẦN VĂN THỬ", "038090000001", "0900000002"));
        assertThat(hub.history(code).getLast().fields()).containsExactly("applicant");
        assertThat(hub.holds(code).detailsVersion()).isEqualTo(2);
    }

    @Test
    void keepsNotesApartFromChangesOfFacts() {
        hub.takes(Seen.event(code).with(Seen.ordinary()));
        Outcome.Registered noted = hub.registers(Seen.event(code).with(Seen.only(null, List.of(), "Đã gọi điện")));
        Outcome.Registered bare = hub.registers(Seen.event(code));

        assertThat(noted.changed()).isTrue();
        assertThat(bare.changed()).isTrue();
        assertThat(hub.history(code))
                .extracting(EventView::kind)
                .containsExactly(EventKind.DETAILS, EventKind.NOTE, EventKind.NOTE);
        assertThat(hub.history(code).get(1).note()).isEqualTo("Đã gọi điện");
    }

    @Test
    void makesEventsOfSnapshotsOnlyWhereTheyDiffer() {
        Seen first = Seen.snapshot(code).with(Seen.ordinary()).in(IN_PROGRESS).of("2026-08-24T09:00:00");
        hub.takes(first);
        Outcome.Registered same = hub.registers(first.of("2026-08-25T09:00:00").through("2026-08-25T10:00:00"));
        Outcome.Registered moved =
                hub.registers(first.in(RESOLVED).of("2026-08-26T09:00:00").through("2026-08-26T10:00:00"));

        assertThat(same.changed()).isFalse();
        assertThat(same.eventsAdded()).isZero();
        assertThat(moved.eventsAdded()).isEqualTo(1);
        assertThat(hub.holds(code).status()).isEqualTo(RESOLVED);
    }

    @Test
    void recordsOlderSnapshotWithoutApplyingIt() {
        Seen first = Seen.snapshot(code).with(Seen.ordinary()).in(IN_PROGRESS).of("2026-08-24T09:00:00");
        hub.takes(first);
        hub.takes(first.of("2026-08-26T09:00:00").through("2026-08-26T10:00:00"));

        Outcome.Registered late = hub.registers(
                first.in(WAIT_SUPPLEMENT).of("2026-08-25T09:00:00").through("2026-08-26T11:00:00"));

        assertThat(late.changed()).isFalse();
        assertThat(hub.holds(code).status()).isEqualTo(IN_PROGRESS);
        assertThat(verdicts()).containsExactly(GAP_BEFORE, OLD_SNAPSHOT);
    }

    @Test
    void takesTheStatusOfAnUndatedSnapshotThatAnotherOvertook() {
        Seen first = Seen.snapshot(code).with(Seen.ordinary()).in(IN_PROGRESS);
        hub.takes(first.in(RESOLVED).through("2026-08-26T10:00:00"));
        hub.takes(first.through("2026-08-25T10:00:00"));

        assertThat(hub.holds(code).status()).isEqualTo(RESOLVED);
        assertThat(verdicts()).containsExactly(Verdict.VALID, GAP_BEFORE);
    }

    @Test
    void addsNothingForAnOvertakenSnapshotOfTheStatusBeforeIt() {
        Seen first = Seen.snapshot(code).with(Seen.ordinary()).in(IN_PROGRESS);
        hub.takes(first);
        hub.takes(first.in(RESOLVED).through("2026-08-26T10:00:00"));
        Outcome.Registered overtaken = hub.registers(first.through("2026-08-25T10:00:00"));

        assertThat(overtaken.eventsAdded()).isZero();
        assertThat(verdicts()).containsExactly(GAP_BEFORE, VALID);
    }

    @Test
    void doesNotLetSnapshotFromTheFutureHideLaterOnes() {
        Seen first = Seen.snapshot(code).with(Seen.ordinary()).in(IN_PROGRESS).of("2062-08-24T09:00:00");
        hub.takes(first);
        hub.takes(first.in(RESOLVED).of("2026-08-25T09:00:00").through("2026-08-25T10:00:00"));

        assertThat(hub.holds(code).status()).isEqualTo(RESOLVED);
        assertThat(hub.history(code).getFirst().flags()).containsExactly(EventFlag.FUTURE);
    }

    @Test
    void flagsSourceTimeInTheFuture() {
        hub.takes(Seen.event(code).in(IN_PROGRESS, "2026-08-24T10:06:00"));

        EventView event = hub.history(code).getFirst();
        assertThat(event.flags()).containsExactly(EventFlag.FUTURE);
        assertThat(event.orderAt()).isEqualTo(RegisterDesk.at("2026-08-24T10:00:00"));
        assertThat(event.at()).isEqualTo(RegisterDesk.at("2026-08-24T10:06:00"));
    }

    @Test
    void parksUnknownProcedureAndWritesNothing() {
        Outcome outcome = hub.takes(Seen.event(code)
                .with(Seen.factsOf("9.999999", "000.00.14.H52", null, null))
                .in(ACCEPTED));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Parked.class, parked -> {
            assertThat(parked.cause()).isEqualTo("unknown-procedure 9.999999");
            assertThat(parked.reasons().getFirst().field()).isEqualTo("procedure");
        });
        assertThat(hub.dossiers.byCode(code)).isEmpty();
    }

    @Test
    void parksUnknownAgency() {
        Outcome outcome = hub.takes(Seen.event(code).with(Seen.factsOf("1.004889", "H99.99", null, null)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Parked.class,
                        parked -> assertThat(parked.cause()).isEqualTo("unknown-agency H99.99"));
    }

    @Test
    void findsTheAgencyAsItWasOnTheDayOfReception() {
        hub.takes(Seen.event(code)
                .with(Seen.factsOf("1.004889", "000.00.17.H52", "2024-05-06T09:00:00", "2024-06-06T09:00:00")));
        Outcome today = hub.takes(
                Seen.event(code + "-b").with(Seen.factsOf("1.004889", "000.00.17.H52", "2026-08-24T09:00:00", null)));

        assertThat(hub.holds(code).agencyId()).isEqualTo("son-la.natural-resources");
        assertThat(today).isNotInstanceOf(Outcome.Refused.class);
    }

    @Test
    void refusesDueDateBeforeReception() {
        Outcome outcome = hub.takes(Seen.event(code)
                .with(Seen.factsOf("1.004889", "000.00.14.H52", "2026-08-24T09:15:00", "2026-08-23T17:00:00")));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.reasons().getFirst().rule()).isEqualTo("due-before-reception"));
        assertThat(hub.dossiers.byCode(code)).isEmpty();
    }

    @Test
    void hasNoDueDateBeforeReception() {
        hub.takes(Seen.event(code).with(Seen.ordinary()).in(SUBMITTED, "2026-08-24T09:00:00"));
        assertThat(hub.holds(code).dueAt()).isNull();
        assertThat(hub.holds(code).dueSource()).isNull();

        hub.takes(Seen.event(code).in(ACCEPTED, "2026-08-24T09:15:00"));
        assertThat(hub.holds(code).dueAt()).isEqualTo(RegisterDesk.at("2026-09-10T09:15:00"));
        assertThat(hub.holds(code).dueSource()).isEqualTo(DueSource.DEPARTMENT);
    }

    @Test
    void proposesMissingDueDateAndHoldsTheDossier() {
        hub.takes(Seen.event(code)
                .with(Seen.factsOf("1.004889", "000.00.14.H52", "2026-08-24T09:15:00", null))
                .in(ACCEPTED, "2026-08-24T09:15:00"));

        DossierView held = hub.holds(code);
        assertThat(held.hold()).isEqualTo(Hold.DUE_DATE_MISSING);
        assertThat(held.dueAt()).isNull();
        assertThat(held.dueSource()).isEqualTo(DueSource.PROPOSED);
        assertThat(held.dueProposed()).isAfter(RegisterDesk.at("2026-09-08T00:00:00"));

        hub.takes(Seen.event(code).with(Seen.factsOf("1.004889", null, null, "2026-09-15T09:00:00")));
        assertThat(hub.holds(code).dueAt()).isEqualTo(RegisterDesk.at("2026-09-15T09:00:00"));
        assertThat(hub.holds(code).dueProposed()).isNull();
        assertThat(hub.holds(code).hold()).isNull();
    }

    @Test
    void needsNoDueDateWhereTheProcedureHasNoLimit() {
        hub.takes(Seen.event(code)
                .with(Seen.factsOf("2.000986", "000.00.14.H52", "2026-08-24T09:15:00", null))
                .in(ACCEPTED, "2026-08-24T09:15:00"));

        assertThat(hub.holds(code).dueSource()).isEqualTo(DueSource.NONE_NEEDED);
        assertThat(hub.holds(code).hold()).isNull();
    }

    @Test
    void refusesWhatAnotherSystemSaysOfSomeonesDossierAndKeepsTheDivergence() {
        hub.takes(Seen.event(code).with(Seen.ordinary()).in(ACCEPTED, "2026-08-24T09:15:00"));
        Seen stranger = Seen.event(code).from("stranger").in(DELIVERED, "2026-08-24T09:30:00");

        Outcome outcome = hub.takes(stranger);
        hub.takes(stranger);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons()).singleElement().satisfies(reason -> {
                            assertThat(reason.rule()).isEqualTo("not-authoritative");
                            assertThat(reason.params().get("owner")).endsWith("(land)");
                        }));
        assertThat(new Divergences(hub.db, Clock.systemUTC()).newest(code, null, null, 10))
                .singleElement()
                .satisfies(divergence -> {
                    assertThat(divergence.owner()).isEqualTo("land");
                    assertThat(divergence.sender()).isEqualTo("stranger");
                    assertThat(divergence.claimed()).isEqualTo(DELIVERED);
                    assertThat(divergence.held()).isEqualTo(ACCEPTED);
                    assertThat(divergence.times()).isEqualTo(2);
                });
        assertThat(hub.holds(code).status()).isEqualTo(ACCEPTED);
        assertThat(hub.holds(code).version()).isEqualTo(1);
        assertThat(verdicts()).containsExactly(VALID, CONTRADICTION);
        assertThat(hub.history(code).getLast().flags()).containsExactly(EventFlag.NOT_AUTHORITATIVE);
    }

    @Test
    void findsDossierByItsOtherCodes() {
        Alias national = new Alias(AliasKind.NATIONAL, code + "-national");
        Alias local = new Alias(AliasKind.LOCAL, "BN-" + code);
        hub.takes(Seen.event(code).with(Seen.only(null, List.of(national, local), null)));

        assertThat(hub.holds(national.code()).code()).isEqualTo(code);
        assertThat(hub.holds(local.code()).code()).isEqualTo(code);
        Outcome.Registered byAlias = hub.registers(Seen.event(local.code()).in(IN_PROGRESS));
        assertThat(byAlias.code()).isEqualTo(code);
    }

    @Test
    void leavesAliasWithTheDossierThatHasIt() {
        Alias shared = new Alias(AliasKind.NATIONAL, code + "-national");
        hub.takes(Seen.event(code).with(Seen.only(null, List.of(shared), null)));
        hub.takes(Seen.event(code + "-b").with(Seen.only(null, List.of(shared), null)));

        assertThat(hub.holds(shared.code()).code()).isEqualTo(code);
        assertThat(hub.history(code + "-b").getFirst().flags()).containsExactly(EventFlag.ALIAS_TAKEN);
    }

    @Test
    void keepsLocalCodesOfTwoSendersApart() {
        Alias local = new Alias(AliasKind.LOCAL, "17/" + codes);
        hub.takes(Seen.event(code).with(Seen.only(null, List.of(local), null)));
        hub.takes(Seen.event(code + "-b").from("health").with(Seen.only(null, List.of(local), null)));

        assertThat(hub.registers(Seen.event(local.code()).in(IN_PROGRESS)).code())
                .isEqualTo(code);
        assertThat(hub.registers(Seen.event(local.code()).from("health").in(IN_PROGRESS))
                        .code())
                .isEqualTo(code + "-b");
        assertThat(hub.dossiers.byCode(local.code())).isEmpty();
    }

    @Test
    void keepsSearchKeysUnreadable() {
        hub.takes(Seen.event(code).with(Seen.ordinary()));

        var row = hub.db
                .sql("select * from hub.dossiers where code = :code")
                .param("code", code)
                .query()
                .singleRow();
        assertThat(row.get("applicant_name_plain")).isEqualTo("tran van thu");
        assertThat((String) row.get("id_hash")).hasSize(64).doesNotContain("038090000001");
        assertThat((String) row.get("phone_hash")).hasSize(64);
    }

    @Test
    void neverAltersOrDeletesAnEvent() {
        hub.takes(Seen.event(code).in(IN_PROGRESS));

        assertThatThrownBy(() -> hub.db.sql("update hub.events set note = 'x'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("immutable");
        assertThatThrownBy(() -> hub.db.sql("delete from hub.events").update()).hasMessageContaining("immutable");
        assertThatThrownBy(() -> hub.db.sql("truncate hub.events").update()).hasMessageContaining("immutable");
    }

    private List<Verdict> verdicts() {
        return hub.history(code).stream()
                .filter(event -> event.kind() == EventKind.STATUS)
                .map(EventView::verdict)
                .toList();
    }
}
