{{- define "hooks.job" -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .root.Release.Name }}-{{ .name }}
  annotations:
    helm.sh/hook: {{ .events }}
    helm.sh/hook-weight: {{ .weight | quote }}
    {{- with .policies }}
    helm.sh/hook-delete-policy: {{ . }}
    {{- end }}
spec:
  backoffLimit: 0
  template:
    metadata:
      name: {{ .name }}
      {{- if and .root.Values.migrationFails (eq .name "migrate") }}
      annotations:
        lab.slipway.dev/fails: {{ .root.Values.migrationFails }}
      {{- end }}
    spec:
      restartPolicy: Never
      {{- if .account }}
      serviceAccountName: {{ .root.Release.Name }}-hooks
      {{- end }}
      containers:
        - name: {{ .name }}
          image: {{ .root.Values.image }}
          args: [{{ .name }}]
{{- end }}
