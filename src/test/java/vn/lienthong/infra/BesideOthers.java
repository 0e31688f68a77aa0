package vn.lienthong.infra;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * For a class that waits most of its time: it runs beside the others, one such class at a time, on a second set of real
 * parts, since two hubs on one broker would take each other's messages.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("second set of real parts")
@ExtendWith(BesideOthers.Lane.class)
public @interface BesideOthers {

    /** Which set a class is given; for the thread of its tests only, since the others begin threads from anywhere. */
    final class Lane implements TestInstancePreConstructCallback, BeforeAllCallback, AfterAllCallback {

        private static final ThreadLocal<Boolean> ENTERED = new ThreadLocal<>();

        static boolean isEntered() {
            return Boolean.TRUE.equals(ENTERED.get());
        }

        /** A class with one instance for all its tests is made before its first callback. */
        @Override
        public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
            ENTERED.set(true);
        }

        @Override
        public void beforeAll(ExtensionContext context) {
            ENTERED.set(true);
        }

        @Override
        public void afterAll(ExtensionContext context) {
            ENTERED.remove();
        }
    }
}
