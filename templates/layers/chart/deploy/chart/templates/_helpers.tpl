{{- define "service.selector" -}}
app.kubernetes.io/name: {{ .Release.Name }}
{{- end -}}

{{- define "service.labels" -}}
{{ include "service.selector" . }}
backstage.io/kubernetes-id: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Values.image.version | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}

{{- define "service.image" -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- end -}}

{{- define "service.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "service.environment" -}}
envFrom:
  - configMapRef:
      name: {{ .Release.Name }}
{{- if .Values.secrets.settings }}
volumeMounts:
  - name: secrets
    mountPath: /run/secrets
    readOnly: true
{{- end }}
{{- end -}}
