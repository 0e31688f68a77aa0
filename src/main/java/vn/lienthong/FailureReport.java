package vn.lienthong;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.BeanCreationException;
import vn.lienthong.infra.StartFailure;

/** Why the hub did not start, in the words a person can act on; the stack trace goes to a file. */
record FailureReport(Throwable failure, List<String> chain, String remedy) {

    private static final String USUAL_REMEDY = "correct the cause above and start again";

    static FailureReport of(Throwable failure) {
        List<Throwable> causes = Stream.<@Nullable Throwable>iterate(failure, Objects::nonNull, FailureReport::causeOf)
                .map(Objects::requireNonNull)
                .toList();
        String remedy = causes.stream()
                .filter(StartFailure.class::isInstance)
                .map(cause -> ((StartFailure) cause).remedy())
                .reduce(USUAL_REMEDY, (outer, inner) -> inner);
        return new FailureReport(failure, chain(causes), remedy);
    }

    private static @Nullable Throwable causeOf(@Nullable Throwable failure) {
        return failure == null ? null : failure.getCause();
    }

    /** Spring's wrappers only name the bean and repeat what their cause says: the innermost name is enough. */
    private static List<String> chain(List<Throwable> causes) {
        List<String> chain = new ArrayList<>();
        String bean = "";
        for (Throwable cause : causes) {
            if (cause instanceof BeanCreationException creation && creation.getBeanName() != null) {
                bean = " (while making '" + creation.getBeanName() + "')";
            }
            boolean wrapper = cause instanceof BeansException && cause.getCause() != null;
            if (!wrapper && (chain.isEmpty() || !chain.getLast().contains(firstWords(cause)))) {
                chain.add(firstWords(cause));
            }
        }
        chain.set(0, chain.getFirst() + bean);
        return chain;
    }

    void print(PrintStream err, Path data) {
        err.println();
        err.println("Liên Thông could not start: " + chain.getFirst());
        chain.stream().skip(1).forEach(cause -> err.println("  because: " + cause));
        err.println("What to do: " + remedy + ".");
        if (!(failure instanceof StartFailure)) {
            writeTrace(data.resolve("logs").resolve("last-failure.txt"), err);
        }
    }

    private void writeTrace(Path file, PrintStream err) {
        try {
            Files.createDirectories(file.getParent());
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            Files.writeString(file, trace.toString());
            err.println("Details: " + file);
        } catch (IOException unwritable) {
            failure.printStackTrace(err);
        }
    }

    /** Parsers put the place on their second line. */
    private static String firstWords(Throwable cause) {
        String message = cause.getMessage();
        String words = message == null
                ? ""
                : message.lines().limit(2).map(String::strip).collect(Collectors.joining(" "));
        return (words.isEmpty() ? cause.getClass().getSimpleName() : words);
    }
}
