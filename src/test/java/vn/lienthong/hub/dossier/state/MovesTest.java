package vn.lienthong.hub.dossier.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The moves of {@code states/moves.csv}, all of them and no other. */
class MovesTest {

    @Test
    void allowsTheMovesOfTheTableAndNoOther() throws IOException {
        Set<String> table = Files.readAllLines(Path.of("src/test/resources/states/moves.csv")).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("machine"))
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(table).hasSizeGreaterThan(15);

        Set<String> allowed = new TreeSet<>();
        allowed.addAll(moves("obligation", PaymentObligation.values(), PaymentObligation.MOVES));
        allowed.addAll(moves("transaction", PaymentTransaction.values(), PaymentTransaction.MOVES));
        allowed.addAll(moves("delivery", Delivery.values(), Delivery.MOVES));
        assertThat(allowed).isEqualTo(table);
    }

    @Test
    void believesAStateWhoseWayThereWasNotTold() {
        assertThat(Delivery.MOVES.allows(Delivery.NOT_READY, Delivery.DELIVERED))
                .isFalse();
        assertThat(Delivery.MOVES.leads(Delivery.NOT_READY, Delivery.DELIVERED)).isTrue();
        assertThat(Delivery.MOVES.leads(Delivery.DELIVERED, Delivery.READY)).isFalse();
        assertThat(PaymentObligation.MOVES.leads(PaymentObligation.REFUNDED, PaymentObligation.PAID))
                .isFalse();
    }

    @Test
    void namesTransactionsInTheWordsOfTheWire() {
        assertThat(PaymentTransaction.values())
                .extracting(PaymentTransaction::wire)
                .containsExactly("khoi-tao", "thanh-cong", "that-bai");
        assertThat(FeeCollection.values()).hasSize(3);
    }

    private static <S extends Enum<S>> Set<String> moves(String machine, S[] states, Moves<S> moves) {
        Set<String> allowed = new TreeSet<>();
        for (S from : states) {
            for (S to : states) {
                if (moves.allows(from, to)) {
                    allowed.add(machine + "," + from + "," + to);
                }
            }
        }
        return allowed;
    }
}
