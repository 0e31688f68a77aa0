package vn.lienthong.hub.portal.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;

/** A page of what was found as of a day; the first page is 0. */
record Page<T>(LocalDate on, int total, int page, int size, List<T> items) {

    private static final int LONGEST = 500;

    static <S, T> Page<T> of(LocalDate on, List<S> found, int page, int size, Function<S, T> shown) {
        check("size", size, 1, LONGEST);
        check("page", page, 0, Integer.MAX_VALUE / LONGEST);
        List<T> items =
                found.stream().skip((long) page * size).limit(size).map(shown).toList();
        return new Page<>(on, found.size(), page, size, items);
    }

    private static void check(String field, int value, int least, int most) {
        if (value < least || value > most) {
            Reason reason = Reason.of("out-of-range", field, String.valueOf(value))
                    .with("least", String.valueOf(least))
                    .with("most", String.valueOf(most));
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "bad-page", field + " phải từ " + least + " đến " + most, List.of(reason));
        }
    }
}
