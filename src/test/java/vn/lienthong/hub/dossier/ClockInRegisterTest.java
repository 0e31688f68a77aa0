package vn.lienthong.hub.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.lienthong.hub.dossier.DossierStatus.ACCEPTED;
import static vn.lienthong.hub.dossier.DossierStatus.IN_PROGRESS;
import static vn.lienthong.hub.dossier.DossierStatus.RESOLVED;
import static vn.lienthong.hub.dossier.DossierStatus.SUBMITTED;
import static vn.lienthong.hub.dossier.DossierStatus.WAIT_PAYMENT;
import static vn.lienthong.hub.dossier.DossierStatus.WAIT_SUPPLEMENT;
import static vn.lienthong.hub.dossier.RegisterDesk.at;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.dossier.deadline.Adjustment;
import vn.lienthong.hub.dossier.deadline.Deadlines;
import vn.lienthong.hub.dossier.deadline.DueView;
import vn.lienthong.hub.dossier.deadline.DueView.Suspension;
import vn.lienthong.hub.dossier.deadline.Extensions;
import vn.lienthong.hub.dossier.deadline.StopBasis;
import vn.lienthong.hub.platform.PlatformFixture;

/** What the register makes of the legal clock: five working days, from Monday 5 October 2026, 09:00. */
class ClockInRegisterTest {

    private static RegisterDesk hub;
    private static int codes;

    private final String code = "000.00.14.H52-261005-" + String.format("%04d", ++codes);

    @BeforeAll
    static void open() {
        hub = new RegisterDesk();
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Test
    void keepsTwoSupplementsAndTheDateThatFollows() {
        received(null);
        moves(IN_PROGRESS, "2026-10-05T10:00:00");
        moves(WAIT_SUPPLEMENT, "2026-10-06T09:00:00");
        moves(IN_PROGRESS, "2026-10-07T09:00:00");
        moves(WAIT_SUPPLEMENT, "2026-10-08T14:00:00");
        moves(IN_PROGRESS, "2026-10-09T14:00:00");

        DueView due = due();
        assertThat(due.source()).isEqualTo("PROPOSED");
        assertThat(due.original()).isEqualTo(at("2026-10-12T09:00:00"));
        assertThat(due.current()).isEqualTo(at("2026-10-14T09:00:00"));
        assertThat(due.ruleVersion()).isEqualTo(1);
        assertThat(hub.holds(code).dueProposed()).isEqualTo(due.current());
        assertThat(due.suspensions())
                .containsExactly(
                        stopped("2026-10-06T09:00:00", "2026-10-07T09:00:00"),
                        stopped("2026-10-08T14:00:00", "2026-10-09T14:00:00"));
        assertThat(due.adjustments())
                .extracting(
                        made -> made.adjustment().after(),
                        made -> made.adjustment().form())
                .containsExactly(tuple(at("2026-10-13T09:00:00"), "02"), tuple(at("2026-10-14T09:00:00"), "02"));
    }

    @Test
    void warnsOfTheSecondSupplementOnly() {
        received(null);
        moves(WAIT_SUPPLEMENT, "2026-10-06T09:00:00");
        moves(IN_PROGRESS, "2026-10-07T09:00:00");
        moves(WAIT_SUPPLEMENT, "2026-10-08T14:00:00");

        assertThat(flags(WAIT_SUPPLEMENT)).containsExactly(Set.of(), Set.of(EventFlag.SUPPLEMENT_AGAIN));
        assertThat(due().suspensions().getLast().until()).isNull();
    }

    @Test
    void warnsOfNoSecondSupplementWhereTheProcedureSaysSo() {
        UnaryOperator<String> silent = text -> text.replaceFirst(
                "(code: \"1.005129\"[^{]*\\{version: 1,)", "$1 supplement: {clock: STOPS, secondWarns: false},");
        try (RegisterDesk other = new RegisterDesk(Map.of("demo/procedures.yaml", silent))) {
            other.takes(moved(ACCEPTED, "2026-10-05T09:00:00").with(facts(null)));
            other.takes(moved(WAIT_SUPPLEMENT, "2026-10-06T09:00:00"));
            other.takes(moved(IN_PROGRESS, "2026-10-07T09:00:00"));
            other.takes(moved(WAIT_SUPPLEMENT, "2026-10-08T14:00:00"));

            assertThat(other.history(code))
                    .allSatisfy(event -> assertThat(event.flags()).doesNotContain(EventFlag.SUPPLEMENT_AGAIN));
        }
    }

    @Test
    void keepsTheDateThatForm04PromisedBesideTheDepartments() {
        received("2026-10-12T17:00:00");
        UUID id = hub.holds(code).id();
        assertThat(extensions().promise(id, at("2026-10-12T10:00:00"), "operator"))
                .as("not later")
                .isFalse();
        assertThat(extensions().promise(id, at("2026-10-19T17:00:00"), "operator"))
                .isTrue();

        DueView due = due();
        assertThat(due.original()).isEqualTo(at("2026-10-12T17:00:00"));
        assertThat(due.current()).isEqualTo(at("2026-10-19T17:00:00"));
        assertThat(hub.holds(code).dueAt()).isEqualTo(due.current());
        assertThat(due.adjustments())
                .extracting(DueView.Recorded::adjustment)
                .containsExactly(new Adjustment(
                        2,
                        Adjustment.Line.EXTENDED,
                        at("2026-10-12T17:00:00"),
                        at("2026-10-19T17:00:00"),
                        "operator",
                        "APOLOGY",
                        "04"));
        moves(IN_PROGRESS, "2026-10-07T09:00:00");
        assertThat(due().current()).isEqualTo(at("2026-10-19T17:00:00"));
        assertThat(Objects.requireNonNull(
                                new OutwardDossiers(hub.db).of(List.of(id)).get(id))
                        .dueAt())
                .as("neighbours are told the department's date")
                .isEqualTo(at("2026-10-12T17:00:00"));
    }

    @Test
    void believesADepartmentThatStatesAnotherDateAfterwards() {
        received("2026-10-12T17:00:00");
        extensions().promise(hub.holds(code).id(), at("2026-10-19T17:00:00"), "operator");
        hub.takes(Seen.event(code)
                .with(Seen.factsOf(null, null, null, "2026-10-16T17:00:00"))
                .through("2026-10-09T10:00:00"));

        assertThat(due().current()).isEqualTo(at("2026-10-16T17:00:00"));
        assertThat(hub.holds(code).dueAt()).isEqualTo(at("2026-10-16T17:00:00"));
        assertThat(due().adjustments())
                .extracting(made -> made.adjustment().line())
                .containsExactly(Adjustment.Line.EXTENDED, Adjustment.Line.STATED);
    }

    private static Extensions extensions() {
        return new Extensions(hub.db, Clock.systemUTC());
    }

    @Test
    void neverOverridesTheDateTheDepartmentStated() {
        received("2026-10-12T17:00:00");
        assertThat(due().differs()).isFalse();
        moves(WAIT_SUPPLEMENT, "2026-10-06T09:00:00");
        moves(IN_PROGRESS, "2026-10-07T09:00:00");

        DueView due = due();
        assertThat(due.source()).isEqualTo("DEPARTMENT");
        assertThat(due.current()).isEqualTo(at("2026-10-12T17:00:00"));
        assertThat(due.computedCurrent()).isEqualTo(at("2026-10-13T09:00:00"));
        assertThat(due.differs()).isTrue();
        assertThat(flags(IN_PROGRESS)).containsExactly(Set.of(EventFlag.DUE_DIFFERS));
        assertThat(hub.holds(code).dueAt()).isEqualTo(at("2026-10-12T17:00:00"));
        assertThat(hub.holds(code).hold()).isNull();
    }

    @Test
    void keepsTheFirstStatedDateBesideALaterOne() {
        received("2026-10-12T17:00:00");
        hub.takes(Seen.event(code)
                .with(Seen.factsOf(null, null, null, "2026-10-20T17:00:00"))
                .through("2026-10-09T10:00:00"));
        moves(RESOLVED, "2026-10-14T10:00:00");

        DueView due = due();
        assertThat(due.original()).isEqualTo(at("2026-10-12T17:00:00"));
        assertThat(due.current()).isEqualTo(at("2026-10-20T17:00:00"));
        Adjustment stated = due.adjustments().getFirst().adjustment();
        assertThat(stated.line()).isEqualTo(Adjustment.Line.STATED);
        assertThat(stated.by()).isEqualTo("land");
        assertThat(due.onTime()).isEqualTo(new DueView.OnTime(false, true));
    }

    @Test
    void countsAPaymentOnlyWithALegalBasis() {
        received(null);
        moves(IN_PROGRESS, "2026-10-05T10:00:00");
        moves(WAIT_PAYMENT, "2026-10-06T09:00:00");
        moves(IN_PROGRESS, "2026-10-07T09:00:00");

        assertThat(due().current()).isEqualTo(at("2026-10-12T09:00:00"));
        assertThat(due().suspensions())
                .extracting(Suspension::basis, Suspension::counts)
                .containsExactly(tuple(StopBasis.PAYMENT, false));
    }

    @Test
    void computesAgainFromTheWholeHistoryWhenTheEndOfASupplementComesLate() {
        received(null);
        moves(WAIT_SUPPLEMENT, "2026-10-06T09:00:00");
        moves(RESOLVED, "2026-10-13T10:00:00");
        assertThat(due().suspensions().getFirst().until())
                .as("nothing is invented")
                .isNull();
        assertThat(due().onTime()).isEqualTo(new DueView.OnTime(false, false));

        moves(IN_PROGRESS, "2026-10-08T09:00:00");
        assertThat(due().suspensions()).containsExactly(stopped("2026-10-06T09:00:00", "2026-10-08T09:00:00"));
        assertThat(due().current()).isEqualTo(at("2026-10-14T09:00:00"));
        assertThat(due().onTime()).isEqualTo(new DueView.OnTime(false, true));
    }

    @Test
    void asksTheDatabaseNoOftenerForAnOrdinaryDossier() {
        CountedStatements counted = new CountedStatements(hub.database);
        DossierRegister register = hub.on(JdbcClient.create(counted));
        TransactionTemplate transaction = PlatformFixture.transaction(counted);
        Seen first = Seen.event(code).with(facts(null)).in(ACCEPTED, "2026-10-05T09:00:00");
        Seen next = Seen.event(code).in(IN_PROGRESS, "2026-10-05T10:00:00");
        Seen stop = Seen.event(code).in(WAIT_SUPPLEMENT, "2026-10-06T09:00:00");

        assertThat(counted.during(() -> transaction.execute(s -> register.register(first.observation()))))
                .as("lock, write, ledger")
                .isEqualTo(3);
        assertThat(counted.during(() -> transaction.execute(s -> register.register(next.observation()))))
                .isEqualTo(3);
        assertThat(counted.during(() -> transaction.execute(s -> register.register(stop.observation()))))
                .as("and the suspension")
                .isEqualTo(4);
    }

    @Test
    void restartsTheReceptionClockWithThePaymentThatComesFirst() {
        hub.takes(Seen.event(code)
                .with(filed())
                .in(SUBMITTED, "2026-10-05T09:00:00")
                .through("2026-10-05T09:05:00"));
        assertThat(due().reception()).isEqualTo(at("2026-10-06T09:00:00"));
        moves(WAIT_PAYMENT, "2026-10-05T10:00:00");
        moves(SUBMITTED, "2026-10-07T08:00:00");

        assertThat(due().reception()).isEqualTo(at("2026-10-08T08:00:00"));
        assertThat(due().suspensions()).as("no clock before reception").isEmpty();
        assertThat(due().current()).isNull();
    }

    private static DossierFacts filed() {
        return Seen.factsOf("1.005129", "000.00.14.H52", null, null);
    }

    @Test
    void keepsPaymentAndDeliveryBesideTheStatus() {
        received("2026-10-12T17:00:00");
        assertThat(states()).isEqualTo("null NOT_READY");
        moves(IN_PROGRESS, "2026-10-05T10:00:00");
        moves(WAIT_PAYMENT, "2026-10-06T09:00:00");
        assertThat(states()).isEqualTo("WAITING NOT_READY");
        hub.takes(Seen.event(code).with(Seen.paying(true)).through("2026-10-07T10:00:00"));
        assertThat(states()).isEqualTo("PAID NOT_READY");
        assertThat(hub.holds(code).status()).isEqualTo(WAIT_PAYMENT);
        moves(RESOLVED, "2026-10-08T10:00:00");
        assertThat(states()).isEqualTo("PAID READY");
        moves(DossierStatus.DELIVERED, "2026-10-09T10:00:00");
        assertThat(states()).isEqualTo("PAID DELIVERED");
    }

    @Test
    void decidesTheDateItselfWhereTheSenderLeavesItToTheHub() {
        try (RegisterDesk own = new RegisterDesk(Map.of("departments/land.yaml", text -> text + "\ndueBy: hub\n"))) {
            own.takes(moved(ACCEPTED, "2026-10-05T09:00:00").with(facts(null)));
            own.takes(moved(WAIT_SUPPLEMENT, "2026-10-06T09:00:00"));
            own.takes(moved(IN_PROGRESS, "2026-10-07T09:00:00"));

            assertThat(own.holds(code).dueSource()).isEqualTo(DueSource.HUB);
            assertThat(own.holds(code).hold()).isNull();
            assertThat(own.holds(code).dueAt()).isEqualTo(at("2026-10-13T09:00:00"));
        }
    }

    @Test
    void countsByThePolicyOfTheProceduresVersion() {
        String policy = ", supplement: {clock: RESTARTS}, paymentStopsClock: ND mẫu, limitKnown: true";
        UnaryOperator<String> strict = text -> text.replace(", limitKnown: true", policy);
        try (RegisterDesk other = new RegisterDesk(Map.of("demo/procedures.yaml", strict))) {
            other.takes(moved(ACCEPTED, "2026-10-05T09:00:00").with(facts(null)));
            other.takes(moved(WAIT_SUPPLEMENT, "2026-10-06T09:00:00"));
            other.takes(moved(IN_PROGRESS, "2026-10-07T09:00:00"));
            other.takes(moved(WAIT_PAYMENT, "2026-10-08T09:00:00"));
            other.takes(moved(IN_PROGRESS, "2026-10-09T09:00:00"));

            assertThat(other.holds(code).dueProposed())
                    .as("anew from 7 October, and a day for the payment")
                    .isEqualTo(at("2026-10-15T09:00:00"));
        }
    }

    private void received(@Nullable String due) {
        hub.takes(Seen.event(code)
                .with(facts(due))
                .in(ACCEPTED, "2026-10-05T09:00:00")
                .through("2026-10-05T09:05:00"));
    }

    private static DossierFacts facts(@Nullable String due) {
        return Seen.factsOf("1.005129", "000.00.14.H52", "2026-10-05T09:00:00", due);
    }

    private void moves(DossierStatus to, String local) {
        hub.takes(moved(to, local));
    }

    private Seen moved(DossierStatus to, String local) {
        return Seen.event(code).in(to, local).through("2026-10-19T10:00:00");
    }

    private DueView due() {
        return new Deadlines(hub.db).of(hub.holds(code).id()).orElseThrow();
    }

    private List<Set<EventFlag>> flags(DossierStatus status) {
        return hub.history(code).stream()
                .filter(event -> event.status() == status)
                .map(EventView::flags)
                .toList();
    }

    private String states() {
        return Objects.requireNonNull(hub.db
                .sql(
                        "select coalesce(payment_state, 'null') || ' ' || delivery_state from hub.dossiers where code = :code")
                .param("code", code)
                .query(String.class)
                .single());
    }

    private static Suspension stopped(String from, String until) {
        Instant end = at(until);
        return new Suspension(StopBasis.SUPPLEMENT, at(from), end, true, null);
    }
}
