# Sourced by the scripts after java.sh: where the hub's classes are.

# The extracted jar, built and extracted when needed.
app_jar() {
    local built=target/lienthong-hub.jar app=target/app
    if [ -f lienthong-hub.jar ]; then # the layout of a release: the jar beside lib/
        echo lienthong-hub.jar
        return
    fi
    if [ ! -f "$built" ]; then
        echo "building $built" >&2
        mvn -q -B -ntp -DskipTests package >&2
    fi
    if [ ! -f "$app/lienthong-hub.jar" ] || [ "$built" -nt "$app" ]; then
        rm -rf "$app" "$app.new"
        "$JAVA" -Djarmode=tools -jar "$built" extract --destination "$app.new" >&2
        mv "$app.new" "$app"
        touch "$app"
    fi
    echo "$app/lienthong-hub.jar"
}

# The classes that mvn spring-boot:run compiled, else the extracted jar.
app_classpath() {
    if [ -f target/classes/hub.yaml ] && [ ! -f target/lienthong-hub.jar ]; then
        [ target/app.classpath -nt pom.xml ] ||
            mvn -q -B -ntp dependency:build-classpath -Dmdep.outputFile=target/app.classpath >&2
        echo "target/classes:$(cat target/app.classpath)"
    else
        app_jar
    fi
}
